import { dayOf } from '../../../programme/calendar.js';
import { isOpen, type Decision } from '../../../programme/decision.js';
import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { DayRange, Filters, Question } from '../../question.js';
import { speaksOf } from '../../text-words.js';
import { matcher } from '../matches.js';
import type { Scope } from '../scope.js';

/**
 * What the steering group is asked to decide or has decided. Who asks for pending ones gets those, by the day they are
 * wanted; else those taken come first, the newest first, and about one matter the pending ones after them.
 */
export function decisions(scope: Scope, question: Extract<Question, { intent: 'decisions' }>): Body {
  const { open, project, filters, during = null } = question;
  const isMeant = meets(scope, filters);
  const withPending = open === false && (project !== null || Object.keys(filters).length > 0);
  const { portfolio } = scope;
  const all = [...portfolio.decisions.values()].filter((decision) => {
    const about = portfolio.projects.get(decision.project);
    return (
      (project === null || decision.project === project) &&
      decision.retractedAt === null &&
      (open === null || withPending || isOpen(decision) === open) &&
      about !== undefined &&
      isMeant(about, decision)
    );
  });
  const found = during ? all.filter((decision) => isWithin(dayOfDecision(scope, decision), during)) : all;
  found.sort(open ? byDayWanted : takenFirst);
  return { kind: 'decisions', decisions: found, open, project, during, ofAll: all.length };
}

/** Whether the project meets the conditions; a topic may as well be that of the decision's own words. */
function meets(scope: Scope, filters: Filters): (about: Project, decision: Decision) => boolean {
  const { topic, ...others } = filters;
  const test = matcher(scope, filters);
  if (!topic) return (about) => test(about) !== false;
  const otherwise = matcher(scope, others);
  return (about, decision) =>
    test(about) !== false || (otherwise(about) !== false && speaksOf(wordsOf(decision), topic));
}

/** All that was said when a decision was asked for and made. */
export const wordsOf = ({ text, rulings }: Decision): string =>
  [text, ...rulings.flatMap(({ comment, condition }) => [comment, condition ?? ''])].join('\n');

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
