import type { Answer, Body } from './answer.js';
import type { Context, Question } from './question.js';

/** After so long a talk is forgotten: whoever comes back then starts afresh. */
export const FORGOTTEN_AFTER_MS = 30 * 60 * 1000;
const QUESTIONS = 3;

/** Remembers what one person talked about in one conversation, for a while, so that they can ask on. */
export interface ConversationMemory {
  /** What was talked about last, or null when nothing was or it is too long ago. */
  recall(key: string, now: Date): Context | null;
  /** Replaces what is remembered, unless that is from a later turn: of two turns that overlap the later one counts. */
  remember(key: string, context: Context): void;
}

/** What of an answer the talk goes on from. */
export type Given = Pick<Answer, 'question' | 'named' | 'lang'> & { body: Pick<Body, 'kind'> };

/** A talk belongs to one person in one conversation; in a channel others talk beside them. */
export function conversationKey(actor: string, conversation: string): string {
  return `${actor} ${conversation}`;
}

/** Whether a context is still fresh at an instant. */
export function isFresh(context: Context, now: Date): boolean {
  return now.getTime() - Date.parse(context.at) < FORGOTTEN_AFTER_MS;
}

/** What is remembered after an answer. Thanks, greetings and what is not about the programme leave the talk as it was. */
export function contextAfter(before: Context | null, answer: Given, now: Date): Context {
  const at = now.toISOString();
  if (before && isAside(answer.question)) return { ...before, at };
  const earlier = before?.questions ?? [];
  const asksBack = answer.body.kind === 'clarify' || answer.body.kind === 'notUnderstood';
  return {
    questions: isAside(answer.question) ? earlier : [answer.question, ...earlier].slice(0, QUESTIONS),
    // Asking back names nothing; what was talked about before is still what "davon" means.
    named: asksBack || isOneOfThem(before, answer) ? (before?.named ?? []) : answer.named,
    focus: asksBack ? null : answer.named.length === 1 ? (answer.named[0] ?? null) : null,
    lang: answer.lang,
    at,
  };
}

/** A fact about one of a list leaves the list in mind: "und das zweite?". */
function isOneOfThem(before: Context | null, { question: { intent }, named }: Given): boolean {
  const [one, second] = named;
  const single =
    intent === 'fact' || intent === 'project' || intent === 'verify' || intent === 'history' || intent === 'why';
  return (
    single &&
    one !== undefined &&
    second === undefined &&
    (before?.named.length ?? 0) > 1 &&
    before?.named.includes(one) === true
  );
}

function isAside({ intent }: Question): boolean {
  return intent === 'thanks' || intent === 'greeting' || intent === 'help' || intent === 'outOfScope';
}
