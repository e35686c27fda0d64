import { dayOf } from '../../../programme/calendar.js';
import { isOpen, type Decision } from '../../../programme/decision.js';
import type { Body } from '../../answer.js';
import type { DayRange, Question } from '../../question.js';
import { matcher } from '../matches.js';
import type { Scope } from '../scope.js';

/** What the steering group is asked to decide or has decided; open ones by the day they are wanted, then newest first. */
export function decisions(scope: Scope, question: Extract<Question, { intent: 'decisions' }>): Body {
  const { open, project, filters, during = null } = question;
  const test = matcher(scope, filters);
  const { portfolio } = scope;
  const all = [...portfolio.decisions.values()].filter((decision) => {
    const about = portfolio.projects.get(decision.project);
    return (
      (project === null || decision.project === project) &&
      decision.retractedAt === null &&
      (open === null || isOpen(decision) === open) &&
      about !== undefined &&
      test(about) !== false
    );
  });
  const found = during ? all.filter((decision) => isWithin(dayOfDecision(scope, decision), during)) : all;
  const key = (decision: (typeof found)[number]): string => (isOpen(decision) ? `0${decision.by ?? '9999'}` : '1');
  found.sort((a, b) => key(a).localeCompare(key(b)) || (a.askedAt < b.askedAt ? 1 : -1));
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
