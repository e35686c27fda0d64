import { z } from 'zod/v4';
import { scopeName, subscriptionCard } from '../../cards/digest/personal.js';
import { md } from '../../cards/escape.js';
import { listText } from '../../cards/format.js';
import { scopeOf, SCOPES, type Scope } from '../../digest/scope.js';
import { readSubscription } from '../../digest/subscription-text.js';
import { subscribe, subscriptionOf, unsubscribe } from '../../digest/subscriptions.js';
import { t, type Key } from '../../locales/index.js';
import type { Person } from '../../programme/programme.js';
import { nounsNamed } from '../../questions/finding/nouns.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';
import { askerOf } from './questions.js';

const LISTS = ['meine abos', 'meine abonnements', 'meine wochenberichte', 'my subscriptions', 'my digests'];
const STOPS = [
  'digest abbestellen',
  'wochenbericht abbestellen',
  'digest unsubscribe',
  'unsubscribe digest',
  'unsubscribe weekly report',
  ...['stop', 'stop the', 'stop my'].flatMap((stop) => [`${stop} digest`, `${stop} weekly report`]),
  'digest stoppen',
  'digest beenden',
  'wochenbericht stoppen',
  'wochenbericht beenden',
];

/** A digest of one's own: asked for in words, stopped in words or with one click. */
export function subscriptionRoutes(services: Services): Route[] {
  return [
    {
      name: 'digest subscribe',
      matches: ({ action, text }) => action === null && readSubscription(text) !== null,
      handle: (turn) => ask(services, turn),
    },
    {
      name: 'digest subscriptions',
      matches: (turn) => isCommand(turn, LISTS),
      handle: (turn) => list(services, turn),
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
  const said = readSubscription(text);
  if (!said) return { kind: 'nothing' };
  if (!actor.person) return says(turn, 'digest.personal.unknown');
  const wanted = scopesOf(said.subject, turn, actor.person);
  if (wanted.length === 0) return says(turn, 'digest.personal.notFound', { words: md(said.subject) });
  const before = await subscriptionOf(store, actor.person.id);
  const { scopes, cadence } = await subscribe(store, actor.person.id, wanted, said.cadence);
  const names = scopes.map((each) => md(scopeName(each, portfolio, lang)));
  const done = t(lang, `digest.personal.done.${cadence}`, { names: listText(names, lang) });
  const changed = before !== null && before.cadence !== cadence;
  return words(changed ? `${done} ${t(lang, `digest.personal.changed.${cadence}`)}` : done);
}

/** One's own department or a name word for word; else whatever a question would understand by the words. */
function scopesOf(words: string, turn: Turn, person: Person): Scope[] {
  const { programme } = turn.portfolio;
  const exact = scopeOf(words, programme, person);
  if (exact) return [exact];
  const understanding = understandingOf(programme);
  return nounsNamed(words, programme, { understanding, asker: askerOf(turn), now: turn.now });
}

async function list({ store }: Services, turn: Turn): Promise<Reply> {
  const { actor, portfolio, lang } = turn;
  const subscription = actor.person && (await subscriptionOf(store, actor.person.id));
  if (!subscription) return says(turn, 'digest.personal.none');
  const card = subscriptionCard(subscription, portfolio, lang);
  return { kind: 'message', message: { summary: t(lang, 'digest.personal.list.title'), text: null, card } };
}

const one = z.object({ scope: z.object({ kind: z.enum(SCOPES), id: z.string().min(1).max(200) }) });

/** A button names one matter; the words and the digest's own button end everything. */
async function stop({ store }: Services, turn: Turn): Promise<Reply> {
  const { actor, portfolio, lang, action } = turn;
  const { scope } = one.safeParse(action?.data).data ?? { scope: null };
  const ended = actor.person !== null && (await unsubscribe(store, actor.person.id, scope));
  const left = actor.person && scope ? await subscriptionOf(store, actor.person.id) : null;
  if (left) return { kind: 'card', card: subscriptionCard(left, portfolio, lang) };
  return says(turn, ended ? 'digest.personal.stopped' : 'digest.personal.none');
}

function says({ lang }: Turn, key: Key, args = {}): Reply {
  return words(t(lang, key, args));
}
