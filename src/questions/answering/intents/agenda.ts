import type { Decision } from '../../../programme/decision.js';
import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { DayRange, Question } from '../../question.js';
import type { Scope } from '../scope.js';
import { select } from '../select.js';
import { openDecisions } from '../status.js';

/** What of the projects that meet the conditions begins, ends, is due and is to be decided in a time, each by its day. */
export function agenda(scope: Scope, { during, filters }: Extract<Question, { intent: 'agenda' }>): Body {
  const projects = select(scope, filters).map(({ project }) => project);
  const dated = (day: 'start' | 'end'): string[] =>
    projects
      .filter((project) => isWithin(project[day], during))
      .sort((a, b) => compare(a[day], b[day]))
      .map(({ id }) => id);
  return {
    kind: 'agenda',
    during,
    starts: dated('start'),
    ends: dated('end'),
    milestones: projects
      .flatMap((project) => stepsOf(project, during))
      .sort((a, b) => compare(a.milestone.due, b.milestone.due)),
    decisions: projects
      .flatMap(({ id }): Decision[] => openDecisions(scope.portfolio, id).filter(({ by }) => isWithin(by, during)))
      .sort((a, b) => compare(a.by, b.by)),
  };
}

const stepsOf = (
  { id, milestones }: Project,
  during: DayRange,
): { project: string; milestone: Project['milestones'][number] }[] =>
  milestones
    .filter(({ due, done }) => done === null && isWithin(due, during))
    .map((milestone) => ({ project: id, milestone }));

function isWithin(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

const compare = (a: string | null, b: string | null): number => (a ?? '').localeCompare(b ?? '');
