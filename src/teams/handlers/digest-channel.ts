import { dayText, timeText } from '../../cards/format.js';
import { addSteeringChannel, removeSteeringChannel } from '../../digest/steering.js';
import { digestInstant, digestWeek } from '../../digest/week.js';
import { t, type Key } from '../../locales/index.js';
import { addWeeks, dayOf } from '../../programme/calendar.js';
import { mayChooseChannels } from '../../programme/policies/digest.js';
import type { Lang } from '../../programme/text.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

/** What is said, and in which language the channel wants its digest. */
const HERE: [string, Lang][] = [
  ['digest hier', 'de'],
  ['wochenbericht hier', 'de'],
  ['digest here', 'en'],
];
const STOP = ['digest stopp', 'digest nicht mehr hier', 'digest stop', 'digest not here'];

/** The programme office says in a channel that the digest shall (or shall no longer) appear there. */
export function channelRoutes(services: Services): Route[] {
  return [
    ...HERE.map(([words, lang]): Route => ({
      name: words,
      matches: (turn) => isCommand(turn, [words]),
      handle: (turn) => choose(services, turn, lang),
    })),
    {
      name: 'digest stop',
      matches: (turn) => isCommand(turn, STOP),
      handle: (turn) => stop(services, turn),
    },
  ];
}

async function choose({ store, schedule, log }: Services, turn: Turn, lang: Lang): Promise<Reply> {
  const { actor, conversation, portfolio, now } = turn;
  if (!mayChooseChannels(actor.person)) return says(turn, 'digest.here.forbidden');
  if (conversation.kind === 'personal') return says(turn, 'digest.here.personal');
  await addSteeringChannel(store, { conversation: conversation.id, lang });
  log.info({ kind: conversation.kind }, 'a channel gets the digest');
  const place = portfolio.programme;
  const ended = digestWeek(now, schedule, place);
  const next = [ended, addWeeks(ended, 1)].map((week) => digestInstant(week, schedule, place)).find((at) => at > now);
  const instant = (next ?? now).toISOString();
  const day = dayText(dayOf(instant, place.timeZone), lang);
  return says({ ...turn, lang }, 'digest.here.done', { day, time: timeText(instant, place.timeZone) });
}

async function stop({ store, log }: Services, turn: Turn): Promise<Reply> {
  if (!mayChooseChannels(turn.actor.person)) return says(turn, 'digest.here.forbidden');
  const removed = await removeSteeringChannel(store, turn.conversation.id);
  if (removed) log.info({ kind: turn.conversation.kind }, 'a channel gets the digest no more');
  return says(turn, removed ? 'digest.here.stopped' : 'digest.here.never');
}

function says({ lang }: Pick<Turn, 'lang'>, key: Key, args = {}): Reply {
  return words(t(lang, key, args));
}
