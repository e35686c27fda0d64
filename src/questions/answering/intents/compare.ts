import { daysBetween } from '../../../programme/calendar.js';
import type { Project } from '../../../programme/programme.js';
import type { Body, ComparisonVerdict } from '../../answer.js';
import type { Compared, Field, Measure, Question } from '../../question.js';
import { factOf } from '../facts.js';
import { measureOf } from '../measures.js';
import type { Scope } from '../scope.js';

const USUAL: readonly Field[] = [
  'lead',
  'register',
  'status',
  'progress',
  'start',
  'end',
  'investment',
  'runningPerYear',
  'personnelDays',
  'climate',
];
const MEASURES: readonly Measure[] = ['investment', 'runningPerYear', 'personnelDays', 'fte', 'progress'];

/** Projects side by side, in the fields asked for or the usual ones. */
export function compare(
  scope: Scope,
  asked: readonly Project[],
  question: Extract<Question, { intent: 'compare' }>,
): Body {
  const { fields, compared } = question;
  const rows = (fields.length > 0 ? fields : USUAL).map((field) => ({
    field,
    values: asked.map((project) => factOf(scope, project, field)),
  }));
  return {
    kind: 'comparison',
    projects: asked.map(({ id }) => id),
    rows: fields.length > 0 ? rows : rows.filter(({ values }) => values.some(({ value }) => value !== null)),
    difference: difference(scope, asked, fields),
    verdict: compared ? verdict(scope, asked, compared) : null,
  };
}

/** Which of the first two is it, and by how much. */
function verdict(scope: Scope, asked: readonly Project[], compared: Compared): ComparisonVerdict | null {
  const [a, b] = asked;
  if (!a || !b) return null;
  const amount = apart(scope, a, b, compared.by);
  const turned = amount !== null && (compared.direction === 'desc' ? amount < 0 : amount > 0);
  const [first, second] = turned ? [b, a] : [a, b];
  return { ...compared, first: first.id, second: second.id, amount: amount === null ? null : Math.abs(amount) };
}

/** What the first has more than the second; later by so many days. */
function apart(scope: Scope, a: Project, b: Project, by: Compared['by']): number | null {
  if (by === 'start' || by === 'end') {
    const [one, other] = [a[by], b[by]];
    return one === null || other === null ? null : daysBetween(other, one);
  }
  const [one, other] = [measureOf(scope, a, by), measureOf(scope, b, by)];
  return one === null || other === null ? null : one - other;
}

function difference(
  scope: Scope,
  asked: readonly Project[],
  fields: readonly Field[],
): { measure: Measure; amount: number } | null {
  const measure = MEASURES.find((name) => fields.includes(name as Field));
  const [first, second] = asked;
  if (!measure || !first || !second || asked.length > 2) return null;
  const [a, b] = [measureOf(scope, first, measure), measureOf(scope, second, measure)];
  return a === null || b === null ? null : { measure, amount: a - b };
}
