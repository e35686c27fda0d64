import { isOpen, OUTCOMES, type Decision, type Outcome } from '../programme/decision.js';
import type { ProgrammeEvent } from '../programme/events.js';
import type { Portfolio } from '../programme/portfolio.js';
import { calendarDay } from '../reporting/typed-day.js';

/** What a member of the steering group filled in; nothing in it is trusted. */
export interface TypedRuling {
  outcome: unknown;
  comment: unknown;
  condition: unknown;
  /** A day as date inputs send it (`2026-06-30`) or as people type it (`30.6.2026`). */
  until: unknown;
}

export const LONGEST_COMMENT = 1000;
export const LONGEST_CONDITION = 300;

export type RulingFault =
  | 'outcomeMissing'
  | 'commentMissing'
  | 'commentTooLong'
  | 'conditionTooLong'
  | 'conditionNeedsApproval'
  | 'untilInvalid'
  | 'untilPast';

export type Ruled =
  | { ok: true; event: Extract<ProgrammeEvent, { type: 'decision.decided' }> }
  | { ok: false; fault: RulingFault }
  /** Somebody was faster, or nobody wants it any more. */
  | { ok: false; fault: 'settled' };

/**
 * The event by which a ruling becomes history. Its id names the place in the row of rulings, so that of two at the same
 * moment history takes one. `revises`: how many rulings whoever changes one knew of; a change needs a reason, and comes too
 * late where there is another ruling by now. Null: the decision is open.
 */
export function rule(
  decision: Decision,
  typed: TypedRuling,
  { by, now, today }: { by: string; now: Date; today: string },
  revises: number | null = null,
): Ruled {
  const { rulings, retractedAt } = decision;
  const expected = retractedAt === null && (revises === null ? isOpen(decision) : rulings.length === revises);
  if (!expected) return { ok: false, fault: 'settled' };
  const outcome = OUTCOMES.find((each) => each === typed.outcome);
  if (!outcome) return { ok: false, fault: 'outcomeMissing' };
  const comment = text(typed.comment);
  const condition = text(typed.condition);
  const until = dayOf(typed.until);
  if (revises !== null && comment === '') return { ok: false, fault: 'commentMissing' };
  if (until === undefined) return { ok: false, fault: 'untilInvalid' };
  const fault = faultOf(outcome, comment, condition, until, today);
  if (fault) return { ok: false, fault };
  const data = { decision: decision.id, outcome, comment, condition: condition || null, until };
  const id = `ruling:${decision.id}:${rulings.length + 1}`;
  return { ok: true, event: { id, type: 'decision.decided', at: now.toISOString(), by, why: null, data } };
}

/** Whether somebody ruled just that already, e.g. by a second click on the same button. */
export function ruledAlready(decision: Decision, typed: TypedRuling, by: string): boolean {
  const last = decision.rulings.at(-1);
  const same = (value: unknown, ruled: string | null) => text(value) === (ruled ?? '');
  return (
    last?.by === by &&
    last.outcome === typed.outcome &&
    same(typed.comment, last.comment) &&
    same(typed.condition, last.condition) &&
    dayOf(typed.until) === last.until
  );
}

function faultOf(
  outcome: Outcome,
  comment: string,
  condition: string,
  until: string | null,
  today: string,
): RulingFault | null {
  if (comment.length > LONGEST_COMMENT) return 'commentTooLong';
  if (condition.length > LONGEST_CONDITION) return 'conditionTooLong';
  if (condition && outcome !== 'approved') return 'conditionNeedsApproval';
  if (until && until <= today) return 'untilPast';
  return null;
}

/** The decision a report or a person asked for, or undefined. */
export function findDecision({ decisions }: Portfolio, id: unknown): Decision | undefined {
  return typeof id === 'string' ? decisions.get(id) : undefined;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** The day that was typed, null where none was, undefined where it is none. */
function dayOf(value: unknown): string | null | undefined {
  const typed = text(value);
  return typed === '' ? null : (calendarDay(typed) ?? undefined);
}
