import { scopeName } from '../../cards/digest/personal.js';
import { md } from '../../cards/escape.js';
import { listText } from '../../cards/format.js';
import { scopeOf } from '../../digest/scope.js';
import { subscribe, unsubscribe, type Subscription } from '../../digest/subscriptions.js';
import { t, type Key } from '../../locales/index.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

const ASKS =
  /^\/?(?:digest|wochenbericht)\s+(?:für|for|zu|about)\s+(.+?)(?:\s+(monatlich|monthly|wöchentlich|weekly))?[.!]?$/i;
const STOPS = ['digest abbestellen', 'wochenbericht abbestellen', 'digest unsubscribe', 'unsubscribe digest'];

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
  const scope = scopeOf(words, portfolio.programme, actor.person);
  if (!scope) return says(turn, 'digest.personal.notFound', { words: md(words) });
  const cadence: Subscription['cadence'] = /^mon/i.test(rhythm) ? 'monthly' : 'weekly';
  const { scopes } = await subscribe(store, actor.person.id, scope, cadence);
  const names = scopes.map((each) => md(scopeName(each, portfolio, lang)));
  return says(turn, `digest.personal.done.${cadence}`, { names: listText(names, lang) });
}

async function stop({ store }: Services, turn: Turn): Promise<Reply> {
  const ended = turn.actor.person !== null && (await unsubscribe(store, turn.actor.person.id));
  return says(turn, ended ? 'digest.personal.stopped' : 'digest.personal.none');
}

function says({ lang }: Turn, key: Key, args = {}): Reply {
  return words(t(lang, key, args));
}
