import { dayText, timeText } from '../../cards/format.js';
import { addSteeringChannel, removeSteeringChannel, steeringChannels } from '../../digest/steering.js';
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

async function choose(services: Services, turn: Turn, lang: Lang): Promise<Reply> {
  const { store, schedule, log } = services;
  const { actor, conversation, portfolio, now } = turn;
  if (!mayChooseChannels(actor.person)) return says(turn, 'digest.here.forbidden');
  if (conversation.kind === 'personal') return says(turn, 'digest.here.personal');
  if ((await chosenLang(services, turn)) !== lang) await record(services, turn, lang);
  await addSteeringChannel(store, { conversation: conversation.id, lang });
  log.info({ kind: conversation.kind }, 'a channel gets the digest');
  const place = portfolio.programme;
  const ended = digestWeek(now, schedule, place);
  const next = [ended, addWeeks(ended, 1)].map((week) => digestInstant(week, schedule, place)).find((at) => at > now);
  const instant = (next ?? now).toISOString();
  const day = dayText(dayOf(instant, place.timeZone), lang);
  return says({ ...turn, lang }, 'digest.here.done', { day, time: timeText(instant, place.timeZone) });
}

async function stop(services: Services, turn: Turn): Promise<Reply> {
  const { store, log } = services;
  const { actor, conversation } = turn;
  if (!mayChooseChannels(actor.person)) return says(turn, 'digest.here.forbidden');
  if ((await chosenLang(services, turn)) !== null) await record(services, turn, null);
  const removed = await removeSteeringChannel(store, conversation.id);
  if (removed) log.info({ kind: conversation.kind }, 'a channel gets the digest no more');
  return says(turn, removed ? 'digest.here.stopped' : 'digest.here.never');
}

/** In which language the digest appears here by the office's choice; null: not at all. */
async function chosenLang({ store }: Services, { conversation }: Turn): Promise<Lang | null> {
  const chosen = await steeringChannels(store, null);
  return chosen.find((channel) => channel.conversation === conversation.id)?.lang ?? null;
}

/** Who chose is told in history. */
async function record({ ledger }: Services, turn: Turn, lang: Lang | null): Promise<void> {
  const { actor, conversation, now } = turn;
  const about = { at: now.toISOString(), by: actor.person?.id ?? null, why: null };
  const id = `channel-chosen:${conversation.id}:${lang}:${about.at}`;
  const data = { conversation: conversation.id, lang };
  await ledger.record([{ ...about, id, type: 'channel.chosen', data }], now);
}

function says({ lang }: Pick<Turn, 'lang'>, key: Key, args = {}): Reply {
  return words(t(lang, key, args));
}
