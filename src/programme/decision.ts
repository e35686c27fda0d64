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
  /** When lead or office said that the condition is met; absent while it is not. */
  fulfilled?: { at: string; by: string | null };
}
/** Whether the steering group still owes an answer. */
export function isOpen(decision: Decision): boolean {
  const last = decision.rulings.at(-1);
  return decision.retractedAt === null && (!last || last.outcome === 'deferred');
}

/** The final ruling in whose place one was made, or null: to decide after a deferral is no change. */
export function replacedBy({ rulings }: Decision, ruling: Ruling): Ruling | null {
  const before = rulings[rulings.indexOf(ruling) - 1];
  return before && before.outcome !== 'deferred' ? before : null;
}

/** The approval whose condition is still to be met, or null. */
export function openCondition({ rulings, retractedAt }: Decision): (Ruling & { condition: string }) | null {
  const last = rulings.at(-1);
  const { condition } = last ?? {};
  if (!last || !condition || last.outcome !== 'approved' || last.fulfilled || retractedAt !== null) return null;
  return { ...last, condition };
}
