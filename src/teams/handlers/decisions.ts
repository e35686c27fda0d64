import { decisionCard, reviseCard } from '../../cards/decisions/decision-card.js';
import { rulingText, viewAlone } from '../../cards/decisions/decision-view.js';
import { digestCard } from '../../cards/digest/digest-card.js';
import { viewDigest } from '../../cards/digest/view-digest.js';
import { md } from '../../cards/escape.js';
import {
  findDecision,
  LONGEST_COMMENT,
  LONGEST_CONDITION,
  rule,
  ruledAlready,
  type RulingFault,
} from '../../digest/ruling.js';
import { postIn } from '../../digest/posts.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { Decision } from '../../programme/decision.js';
import type { Recorded } from '../../programme/events.js';
import { trace } from '../../programme/log.js';
import { mayDecide } from '../../programme/policies/decision.js';
import { StoreUnavailable } from '../../programme/store.js';
import type { Services } from '../services.js';
import { z } from 'zod/v4';
import type { Reply, Route, Turn } from '../turn.js';
import { digestShown, noteOf, readShown } from './digest-shown.js';
import { readerOf } from './digest.js';
import { conditionRoutes } from './conditions.js';
import { decisionLogRoute } from './decisions-log.js';
import { updatePosts } from './decisions-posts.js';
import { withTyped } from './typed-back.js';
import { keepTyped } from './keep-typed.js';

/** The steering group decides on a card. */
export function decisionRoutes(services: Services): Route[] {
  return [
    {
      name: 'decision.decide',
      matches: ({ action }) => action?.verb === 'decision.decide',
      handle: (turn) => decide(services, turn, null),
    },
    {
      name: 'decision.revise',
      matches: ({ action }) => action?.verb === 'decision.revise',
      handle: (turn) => revise(services, turn),
    },
    decisionLogRoute,
    ...conditionRoutes(services),
  ];
}

const carried = z.object({
  /** How many rulings whoever changes one knew of. */
  revises: z.number().int().min(0).max(10_000).nullish().catch(undefined),
  /** The decisions that stand on the card, where it is no digest. */
  decisions: z.array(z.string().max(200)).max(50).nullish().catch(undefined),
});

/** The button under a decision brings the form, the form changes the decision. */
async function revise(services: Services, turn: Turn): Promise<Reply> {
  const { actor, lang, portfolio, action } = turn;
  const { revises } = carried.parse(action?.data ?? {});
  if (typeof revises === 'number') return decide(services, turn, revises);
  const decision = findDecision(portfolio, action?.data.decision);
  if (!decision || decision.retractedAt !== null || decision.rulings.length === 0)
    return refusal(turn, t(lang, 'decision.gone'));
  if (!mayDecide(actor.person)) return refusal(turn, t(lang, 'decision.revise.forbidden'));
  const summary = t(lang, 'decision.revise');
  return {
    kind: 'message',
    message: { summary, text: null, card: reviseCard(viewAlone(decision, todayOf(turn), turn, true), lang) },
  };
}

async function decide(services: Services, turn: Turn, revises: number | null): Promise<Reply> {
  const { actor, portfolio, now } = turn;
  const data = turn.action?.data ?? {};
  const decision = findDecision(portfolio, data.decision);
  if (!decision) return refusal(turn, t(turn.lang, 'decision.gone'));
  if (!actor.person || !mayDecide(actor.person)) return refusal(turn, t(turn.lang, 'decision.forbidden'));
  const today = todayOf(turn);
  const typed = typedIn(data, decision.id);
  const ruled = rule(decision, typed, { by: actor.person.id, now, today }, revises);
  if (!ruled.ok) {
    if (ruledAlready(decision, typed, actor.person.id)) return shows(await cardAfter(services, turn, decision));
    if (ruled.fault === 'settled') return settled(services, turn, decision);
    return refusal(turn, faultText(ruled.fault, turn));
  }
  const { comment, condition } = typed;
  const [recorded] = await keepTyped([comment, condition], () => services.ledger.record([ruled.event], now));
  const after = { ...turn, portfolio: services.ledger.portfolio() ?? portfolio };
  const standing = after.portfolio.decisions.get(decision.id) ?? decision;
  if (!isOwn(recorded, ruled.event) || standing.retractedAt !== null) return settled(services, after, standing);
  services.log.info({ outcome: ruled.event.data.outcome }, 'a decision was recorded');
  services.speakSoon?.();
  await updatePosts(services, after, decision.id);
  // Somebody may have ruled on another decision while the posts were updated.
  const latest = { ...turn, portfolio: services.ledger.portfolio() ?? after.portfolio };
  return shows(await cardAfter(services, latest, standing));
}

function shows(card: object): Reply {
  return { kind: 'card', card, shared: true };
}

/** Of two rulings at the same moment history took one; the same click twice is one. */
function isOwn(recorded: Recorded | undefined, { by, data }: { by: string | null; data: object }): boolean {
  return recorded?.by === by && JSON.stringify(recorded.data) === JSON.stringify(data);
}

/** Somebody was faster: the second person gets a clear word and the card as it stands. */
async function settled(services: Services, turn: Turn, decision: Decision): Promise<Reply> {
  const { lang } = turn;
  const ruling = decision.retractedAt === null ? decision.rulings.at(-1) : null;
  const text = ruling
    ? t(lang, 'decision.settled', { ruling: md(rulingText(decision, ruling, turn)) })
    : t(lang, 'decision.retracted');
  const message = { summary: text, text: typedBack(turn, text), card: null };
  return { kind: 'card', card: await cardAfter(services, turn, decision), shared: true, message };
}

/** The card that was pressed, as it stands now: the digest it was on, or the decisions it showed. */
async function cardAfter(services: Services, turn: Turn, decision: Decision): Promise<object> {
  const digest = await digestAfter(services, turn);
  if (digest) return digest;
  const { decisions } = carried.parse(turn.action?.data ?? {});
  const beside = (decisions ?? []).flatMap((id) => findDecision(turn.portfolio, id) ?? []);
  const shown = beside.some(({ id }) => id === decision.id) ? beside : [decision];
  const views = shown.map((each) => viewAlone(each, todayOf(turn), turn, each.id === decision.id));
  return decisionCard(views, turn.lang, mayDecide(turn.actor.person));
}

function todayOf({ now, portfolio }: Turn): string {
  return dayOf(now, portfolio.programme.timeZone);
}

/** A database that has gone away in between costs the digest around the decision, not the word that it is recorded. */
async function digestAfter(services: Services, turn: Turn): Promise<object | null> {
  const shown = readShown(turn.action?.data ?? {}, turn.now);
  if (!shown) return null;
  try {
    const digest = await digestShown(services, turn, shown);
    // A post is read by the whole channel, not only by whoever pressed a button on it.
    const post = await postIn(services.store, digest.week, turn.conversation.id);
    const reader = { ...readerOf(turn), lang: post?.lang ?? turn.lang };
    return digestCard(viewDigest(digest, { ...reader, note: await noteOf(services, digest) }));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    services.log.warn(trace(error), 'a pressed digest could not be read');
    return null;
  }
}

/** Inputs carry the decision's id where several share a card; a plain name is taken else. Own fields only. */
function typedIn(data: Record<string, unknown>, decision: string) {
  const value = (name: string): unknown => {
    const own = (key: string) => (Object.hasOwn(data, key) ? data[key] : undefined);
    return own(`${name}:${decision}`) ?? own(name);
  };
  return { outcome: value('outcome'), comment: value('comment'), condition: value('condition'), until: value('until') };
}

function faultText(fault: RulingFault, { lang }: Turn): string {
  return t(lang, `decision.fault.${fault}`, { comment: LONGEST_COMMENT, condition: LONGEST_CONDITION });
}

function refusal(turn: Turn, text: string): Reply {
  return { kind: 'message', message: { summary: text, text: typedBack(turn, text), card: null } };
}

/** What a person typed comes back to them. */
function typedBack({ action, lang }: Turn, text: string): string {
  const { decision } = action?.data ?? {};
  const { comment, condition } = typedIn(action?.data ?? {}, typeof decision === 'string' ? decision : '');
  return withTyped(text, [comment, condition], lang);
}
