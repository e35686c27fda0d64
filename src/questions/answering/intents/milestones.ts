import { wordings } from '../../../programme/text.js';
import type { Milestone, Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import type { Scope } from '../scope.js';
import { select } from '../select.js';

type Milestones = Extract<Question, { intent: 'milestones' }>;

/** Steps of one project or of all that meet the conditions, by the day they are due; one by name where it was asked for. */
export function milestones(scope: Scope, question: Milestones): Body {
  const { project: id, milestone: title, state, during } = question;
  const projects = id === null ? select(scope, question.filters).map(({ project }) => project) : known(scope, id);
  const items = projects.flatMap((project) =>
    project.milestones
      .filter((one) => (title === null ? inState(scope, one, state) && isWithin(one, during) : isCalled(one, title)))
      .map((milestone) => ({ project: project.id, milestone })),
  );
  items.sort((a, b) => (a.milestone.due < b.milestone.due ? -1 : a.milestone.due > b.milestone.due ? 1 : 0));
  const ahead = question.next ? items.findIndex(({ milestone }) => milestone.due >= scope.today) : -1;
  return {
    kind: 'milestones',
    project: id,
    milestone: title,
    state,
    during,
    // What is overdue comes before what comes next.
    items: ahead < 0 ? items : items.slice(0, ahead + 1),
    ...(question.next ? { next: items[ahead] ?? null } : {}),
  };
}

function known({ portfolio }: Scope, id: string): Project[] {
  const project = portfolio.projects.get(id);
  return project ? [project] : [];
}

function isCalled({ title }: Milestone, wording: string): boolean {
  return wordings(title).includes(wording);
}

function inState({ today }: Scope, { due, done }: Milestone, state: Milestones['state']): boolean {
  switch (state) {
    case 'overdue':
      return done === null && due < today;
    case 'open':
      return done === null;
    case 'done':
      return done !== null;
    case null:
      return true;
  }
}

/** The day it was reached counts for what is done, the day planned for what is not. */
function isWithin({ due, done }: Milestone, during: Milestones['during']): boolean {
  const day = done ?? due;
  return during === null || ((during.from === null || day >= during.from) && (during.to === null || day <= during.to));
}
