import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { inOrder } from '../order.js';
import { lineOf } from '../page.js';
import type { Scope } from '../scope.js';
import { select } from '../select.js';

type Organisation = Extract<Question, { intent: 'organisation' }>;

/** What a department or division has to do with the programme: what it leads, what else touches it. */
export function organisation(scope: Scope, { department, division }: Organisation): Body {
  const { departments: all, divisions } = scope.portfolio.programme;
  if (department !== null && !scope.index.departments.has(department)) {
    return { kind: 'gone', noun: 'department', id: department };
  }
  if (department === null && !divisions.some(({ id }) => id === division)) {
    return { kind: 'gone', noun: 'division', id: division ?? '' };
  }
  const departments = department ? [department] : all.filter((one) => one.division === division).map(({ id }) => id);
  const filters = { organisations: [{ departments, division, relation: 'any' as const }] };
  const hits = inOrder(scope, select(scope, filters), null, filters);
  const leads = hits.filter(({ project }) => departments.includes(project.lead.department));
  const citywide = hits.filter((hit) => hit.because === 'citywide');
  return {
    kind: 'organisation',
    department,
    division: department ? (scope.index.departments.get(department)?.division ?? null) : division,
    departments,
    leads: leads.map((hit) => lineOf(scope, hit)),
    affected: hits.filter((hit) => !leads.includes(hit) && !citywide.includes(hit)).map((hit) => lineOf(scope, hit)),
    citywide: citywide.length,
  };
}
