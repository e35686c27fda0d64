import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Field, Measure } from '../../question.js';
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
export function compare(scope: Scope, asked: readonly Project[], fields: readonly Field[]): Body {
  const rows = (fields.length > 0 ? fields : USUAL).map((field) => ({
    field,
    values: asked.map((project) => factOf(scope, project, field)),
  }));
  return {
    kind: 'comparison',
    projects: asked.map(({ id }) => id),
    rows: fields.length > 0 ? rows : rows.filter(({ values }) => values.some(({ value }) => value !== null)),
    difference: difference(scope, asked, fields),
  };
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
