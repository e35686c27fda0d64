import { dayOf } from '../../../programme/calendar.js';
import { isOpen, type Decision } from '../../../programme/decision.js';
import type { Body } from '../../answer.js';
import type { DayRange, Question } from '../../question.js';
import { matcher } from '../matches.js';
import type { Scope } from '../scope.js';

/**
 * What the steering group is asked to decide or has decided. Who asks for pending ones gets those, by the day they are
 * wanted; else those taken come first, the newest first, and about one matter the pending ones after them.
 */
export function decisions(scope: Scope, question: Extract<Question, { intent: 'decisions' }>): Body {
  const { open, project, filters, during = null } = question;
  const test = matcher(scope, filters);
  const withPending = open === false && (project !== null || Object.keys(filters).length > 0);
  const { portfolio } = scope;
  const all = [...portfolio.decisions.values()].filter((decision) => {
    const about = portfolio.projects.get(decision.project);
    return (
      (project === null || decision.project === project) &&
      decision.retractedAt === null &&
      (open === null || withPending || isOpen(decision) === open) &&
      about !== undefined &&
      test(about) !== false
    );
  });
  const found = during ? all.filter((decision) => isWithin(dayOfDecision(scope, decision), during)) : all;
  found.sort(open ? byDayWanted : takenFirst);
  return { kind: 'decisions', decisions: found, open, project, during, ofAll: all.length };
}

/** The day an open one is wanted by, the day of the ruling of one that is settled. */
function dayOfDecision({ portfolio }: Scope, decision: Decision): string | null {
  const last = decision.rulings.at(-1);
  return last && !isOpen(decision) ? dayOf(last.at, portfolio.programme.timeZone) : decision.by;
}

function isWithin(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

/** The day they are wanted by, those without a day last; of the same day the one asked for last. */
function byDayWanted(a: Decision, b: Decision): number {
  return (a.by ?? '9999').localeCompare(b.by ?? '9999') || b.askedAt.localeCompare(a.askedAt);
}

/** Rulings newest first, then what is still open. */
function takenFirst(a: Decision, b: Decision): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? 1 : -1;
  if (isOpen(a)) return byDayWanted(a, b);
  return (b.rulings.at(-1)?.at ?? '').localeCompare(a.rulings.at(-1)?.at ?? '');
}
