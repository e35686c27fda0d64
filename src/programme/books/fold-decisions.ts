import { isOpen, type Decision } from '../decision.js';
import type { Recorded } from '../events.js';
import type { Books } from './books.js';

type Of<Type extends Recorded['type']> = Extract<Recorded, { type: Type }>;

/** Somebody asks the steering group directly, not through a report. */
export function asked(books: Books, { at, by: askedBy, data }: Of<'decision.requested'>): Books {
  const { decision: id, project, text, dueBy } = data;
  if (books.decisions.has(id)) return books;
  return withDecision(books, { id, project, text, by: dueBy, askedAt: at, askedBy, rulings: [], retractedAt: null });
}

/**
 * The steering group has ruled; a ruling without a person (from the command line) names nobody. One on what was taken back
 * a moment before changes nothing.
 */
export function ruled(books: Books, { at, by, data }: Of<'decision.decided'>): Books {
  const decision = books.decisions.get(data.decision);
  if (!decision || decision.retractedAt !== null) return books;
  const { outcome, comment, condition, until } = data;
  const rulings = [...decision.rulings, { outcome, comment, condition, until, at, by: by ?? '' }];
  return withDecision(books, { ...decision, rulings });
}

/** The condition of the last approval is met, or not after all; what is said a second time changes nothing. */
export function conditionSaid(books: Books, { at, by, data }: Of<'condition.fulfilled'>): Books {
  const decision = books.decisions.get(data.decision);
  const last = decision?.rulings.at(-1);
  if (!decision || !last || Boolean(last.fulfilled) === data.fulfilled) return books;
  const { fulfilled: _, ...ruling } = last;
  const said = data.fulfilled ? { ...ruling, fulfilled: { at, by } } : ruling;
  return withDecision(books, { ...decision, rulings: [...decision.rulings.slice(0, -1), said] });
}

/** Who asked does not want it any more; too late once the group has ruled. */
export function retracted(books: Books, id: string, at: string): Books {
  const decision = books.decisions.get(id);
  return decision && isOpen(decision) ? withDecision(books, { ...decision, retractedAt: at }) : books;
}

function withDecision(books: Books, decision: Decision): Books {
  return { ...books, decisions: books.decisions.with(decision.id, decision) };
}
