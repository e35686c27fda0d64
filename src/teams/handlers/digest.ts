import { digestMessage } from '../../cards/digest/digest-message.js';
import { fullCard } from '../../cards/digest/full-card.js';
import { viewDigest } from '../../cards/digest/view-digest.js';
import type { Reader } from '../../cards/digest/view.js';
import { t } from '../../locales/index.js';
import { mayDecide } from '../../programme/policies/decision.js';
import type { Services } from '../services.js';
import type { Reply, Route, Turn } from '../turn.js';
import { isCommand } from './command.js';
import { currentDigest, digestShown, noteOf, readPage, readShown } from './digest-shown.js';
import { channelRoutes } from './digest-channel.js';
import { subscriptionRoutes } from './digest-subscription.js';
import { releaseRoutes } from './digest-release.js';

const COMMANDS = [
  'digest',
  'der wochenbericht',
  'wochenbericht',
  'wochenbericht anzeigen',
  'wochenbericht zeigen',
  'weekly digest',
  'weekly report',
  'the weekly report',
  'show the weekly report',
  'show the digest',
];

/** The ways in to the digest: reading it, all of it, and choosing where it appears. */
export function digestRoutes(services: Services): Route[] {
  return [
    {
      name: 'digest',
      matches: (turn) => isCommand(turn, COMMANDS),
      handle: (turn) => Promise.resolve(showCurrent(services, turn)),
    },
    {
      name: 'digest.show',
      matches: ({ action }) => action?.verb === 'digest.show',
      handle: (turn) => showAll(services, turn),
    },
    ...channelRoutes(services),
    ...releaseRoutes(services),
    ...subscriptionRoutes(services),
  ];
}

/** In a channel everybody reads the card, so the form is there for those who may use it. */
export function readerOf({ portfolio, lang, actor, conversation }: Turn): Reader {
  return { portfolio, lang, decides: conversation.kind !== 'personal' || mayDecide(actor.person) };
}

function showCurrent(services: Services, turn: Turn): Reply {
  return { kind: 'message', message: digestMessage(currentDigest(services, turn), readerOf(turn)) };
}

async function showAll(services: Services, turn: Turn): Promise<Reply> {
  const data = turn.action?.data ?? {};
  const shown = readShown(data, turn.now);
  const digest = shown ? await digestShown(services, turn, shown) : currentDigest(services, turn);
  const { scopes = [], monthly = false } = shown ?? {};
  // A note of the office is about the digest of all.
  const note = scopes.length > 0 ? '' : await noteOf(services, digest);
  const decides = scopes.length > 0 ? { decides: false } : {};
  const view = viewDigest(digest, { ...readerOf(turn), ...decides, note, scopes, monthly });
  const page = readPage(data);
  const card = fullCard(view, page ?? 0);
  if (page !== null) return { kind: 'card', card, shared: true };
  const summary = t(turn.lang, 'digest.full.title', { title: view.title });
  return { kind: 'message', message: { summary, text: view.headline, card } };
}
