import { scopeName } from '../../cards/digest/personal.js';
import { md } from '../../cards/escape.js';
import { listText } from '../../cards/format.js';
import { scopeOf, type Scope } from '../../digest/scope.js';
import { subscribe, unsubscribe, type Subscription } from '../../digest/subscriptions.js';
import { t, type Key } from '../../locales/index.js';
import type { Person } from '../../programme/programme.js';
import { nounsNamed } from '../../questions/finding/nouns.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';
import { askerOf } from './questions.js';

const ASKS =
  /^\/?(?:(?:weekly\s+)?digest|wochenbericht|weekly\s+report)\s+(?:für|for|zu|about)\s+(.+?)(?:\s+(monatlich|monthly|wöchentlich|weekly))?[.!]?$/i;
const STOPS = [
  'digest abbestellen',
  'wochenbericht abbestellen',
  'digest unsubscribe',
  'unsubscribe digest',
  'unsubscribe weekly report',
];

/** A digest of one's own: asked for in words, stopped in words or with one click. */
export function subscriptionRoutes(services: Services): Route[] {
  return [
    {
      name: 'digest subscribe',
      matches: ({ action, text }) => action === null && ASKS.test(text),
      handle: (turn) => ask(services, turn),
    },
    {
      name: 'digest unsubscribe',
      matches: (turn) => isCommand(turn, STOPS) || turn.action?.verb === 'digest.unsubscribe',
      handle: (turn) => stop(services, turn),
    },
  ];
}

async function ask({ store }: Services, turn: Turn): Promise<Reply> {
  const { actor, portfolio, lang, text } = turn;
  const [, words = '', rhythm = ''] = ASKS.exec(text) ?? [];
  if (!actor.person) return says(turn, 'digest.personal.unknown');
  const wanted = scopesOf(words, turn, actor.person);
  if (wanted.length === 0) return says(turn, 'digest.personal.notFound', { words: md(words) });
  const cadence: Subscription['cadence'] = /^mon/i.test(rhythm) ? 'monthly' : 'weekly';
  const { scopes } = await subscribe(store, actor.person.id, wanted, cadence);
  const names = scopes.map((each) => md(scopeName(each, portfolio, lang)));
  return says(turn, `digest.personal.done.${cadence}`, { names: listText(names, lang) });
}

/** One's own department or a name word for word; else whatever a question would understand by the words. */
function scopesOf(words: string, turn: Turn, person: Person): Scope[] {
  const { programme } = turn.portfolio;
  const exact = scopeOf(words, programme, person);
  if (exact) return [exact];
  const understanding = understandingOf(programme);
  return nounsNamed(words, programme, { understanding, asker: askerOf(turn), now: turn.now });
}

async function stop({ store }: Services, turn: Turn): Promise<Reply> {
  const ended = turn.actor.person !== null && (await unsubscribe(store, turn.actor.person.id));
  return says(turn, ended ? 'digest.personal.stopped' : 'digest.personal.none');
}

function says({ lang }: Turn, key: Key, args = {}): Reply {
  return words(t(lang, key, args));
}
