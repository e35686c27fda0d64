import type { Decision } from '../decision.js';
import type { Recorded } from '../events.js';
import type { Books } from './books.js';

type Of<Type extends Recorded['type']> = Extract<Recorded, { type: Type }>;

/** Somebody asks the steering group directly, not through a report. */
export function asked(books: Books, { at, by: askedBy, data }: Of<'decision.requested'>): Books {
  const { decision: id, project, text, dueBy } = data;
  if (books.decisions.has(id)) return books;
  return withDecision(books, { id, project, text, by: dueBy, askedAt: at, askedBy, rulings: [], retractedAt: null });
}

/** The steering group has ruled; a ruling without a person (from the command line) names nobody. */
export function ruled(books: Books, { at, by, data }: Of<'decision.decided'>): Books {
  const decision = books.decisions.get(data.decision);
  if (!decision) return books;
  const { outcome, comment, condition, until } = data;
  const rulings = [...decision.rulings, { outcome, comment, condition, until, at, by: by ?? '' }];
  return withDecision(books, { ...decision, rulings });
}

/** Who asked does not want it any more. */
export function retracted(books: Books, id: string, at: string): Books {
  const decision = books.decisions.get(id);
  return decision?.retractedAt === null ? withDecision(books, { ...decision, retractedAt: at }) : books;
}

function withDecision(books: Books, decision: Decision): Books {
  return { ...books, decisions: books.decisions.with(decision.id, decision) };
}
