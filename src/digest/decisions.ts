import { addDays } from '../programme/calendar.js';
import { isOpen, replacedBy, type Decision } from '../programme/decision.js';
import type { Portfolio } from '../programme/portfolio.js';
import { compare, type Span } from './course.js';
import type { ConditionLine, DecidedLine, DecisionLine } from './digest.js';
import { within } from './edits.js';

/** How far a condition's day may lie back or ahead. */
const CONDITION_DAYS = 7;

/** A decision as it stood at an instant, or null where nobody had asked yet. */
export function decisionAt(decision: Decision, at: Date): Decision | null {
  const known = (instant: string) => Date.parse(instant) <= at.getTime();
  if (!known(decision.askedAt)) return null;
  return {
    ...decision,
    rulings: decision.rulings
      .filter((ruling) => known(ruling.at))
      .map(({ fulfilled, ...ruling }) => (fulfilled && known(fulfilled.at) ? { ...ruling, fulfilled } : ruling)),
    retractedAt: decision.retractedAt !== null && known(decision.retractedAt) ? decision.retractedAt : null,
  };
}

/** Whether the steering group is asked on a day: open, and not deferred to a later one. */
export function isWanted(decision: Decision, today: string): boolean {
  const until = decision.rulings.at(-1)?.until ?? null;
  return isOpen(decision) && (until === null || until <= today);
}

/** The wanted ones: the earliest day first, those without a day last, then in the order they were asked for. */
export function wantedDecisions({ decisions }: Portfolio, { at, today }: Pick<Span, 'at' | 'today'>): DecisionLine[] {
  return standing(decisions, at)
    .filter((decision) => isWanted(decision, today))
    .map((decision): DecisionLine => {
      const { id, project, text, by } = decision;
      const deferral = decision.rulings.at(-1);
      const deferred = deferral ? { at: deferral.at, comment: deferral.comment } : null;
      return { decision: id, project, text, by, overdue: by !== null && by < today, deferred };
    })
    .sort((a, b) => compare(a.by ?? '9', b.by ?? '9'));
}

/** Rulings of the span. */
export function decidedIn({ decisions }: Portfolio, { since, at }: Span): DecidedLine[] {
  return standing(decisions, at)
    .flatMap((decision) => {
      const ruling = decision.rulings.at(-1);
      if (!ruling || !within(ruling.at, since, at)) return [];
      const { outcome, comment, condition, until } = ruling;
      const { id, project, text } = decision;
      const before = replacedBy(decision, ruling)?.outcome;
      return [
        { decision: id, project, text, outcome, comment, condition, until, at: ruling.at, ...(before && { before }) },
      ];
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Conditions of approvals: those due within the next week, all that were due and are not met, and those met in the span. */
export function conditionsDue({ decisions }: Portfolio, { since, at, today }: Span): ConditionLine[] {
  const last = addDays(today, CONDITION_DAYS);
  return standing(decisions, at).flatMap((decision) => {
    const ruling = decision.rulings.at(-1);
    if (ruling?.outcome !== 'approved' || !ruling.condition) return [];
    const { condition, until: due, fulfilled } = ruling;
    const told = fulfilled ? within(fulfilled.at, since, at) : due !== null && due <= last;
    if (!told) return [];
    const overdue = !fulfilled && due !== null && due < today;
    return [
      { decision: decision.id, project: decision.project, condition, due, overdue, fulfilled: Boolean(fulfilled) },
    ];
  });
}

function standing(decisions: Portfolio['decisions'], at: Date): Decision[] {
  return [...decisions.values()].flatMap((decision) => decisionAt(decision, at) ?? []);
}
