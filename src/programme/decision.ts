export const OUTCOMES = ['approved', 'rejected', 'deferred'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Something the steering group is asked to decide. Open as long as it has no final outcome. */
export interface Decision {
  id: string;
  project: string;
  text: string;
  /** `YYYY-MM-DD` */
  by: string | null;
  askedAt: string;
  askedBy: string | null;
  /** Every ruling so far; the last one counts. */
  rulings: Ruling[];
  /** Set when the asker no longer wants it. */
  retractedAt: string | null;
}
export interface Ruling {
  outcome: Outcome;
  comment: string;
  condition: string | null;
  /** For a deferral: the day it comes back; for a condition: the day it is due. */
  until: string | null;
  at: string;
  by: string;
}
/** Whether the steering group still owes an answer. */
export function isOpen(decision: Decision): boolean {
  const last = decision.rulings.at(-1);
  return decision.retractedAt === null && (!last || last.outcome === 'deferred');
}
