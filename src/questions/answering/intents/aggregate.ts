import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { measureOf } from '../measures.js';
import type { Hit, Scope } from '../scope.js';
import { plain, select } from '../select.js';

type Aggregate = Extract<Question, { intent: 'aggregate' }>;

/** Sum, average, least or greatest value of a measure over the projects that meet the conditions and state it. */
export function aggregate(scope: Scope, { filters, measure, operation }: Aggregate): Body {
  const hits = select(scope, filters);
  if (hits.length === 0) return { kind: 'none', near: [] };
  const counted = plain(hits);
  const values = stated(scope, counted, measure);
  const value = reduce([...values.values()], operation);
  const citywide = hits.filter((hit) => hit.because === 'citywide');
  const all = [...counted, ...citywide];
  // Where nothing matches plainly, all hits are counted: the city-wide ones are among them.
  const further = citywide.length > 0 && !counted.some((hit) => hit.because === 'citywide');
  return {
    kind: 'aggregate',
    measure,
    operation,
    value,
    stated: values.size,
    missing: counted.map((hit) => hit.project.id).filter((id) => !values.has(id)),
    of: counted.length,
    citywide: further ? { value: reduce([...stated(scope, all, measure).values()], operation), of: all.length } : null,
    holders: operation === 'min' || operation === 'max' ? holders(values, value) : [],
  };
}

function stated(scope: Scope, hits: readonly Hit[], measure: Aggregate['measure']): Map<string, number> {
  const values = new Map<string, number>();
  for (const { project } of hits) {
    const value = measureOf(scope, project, measure);
    if (value !== null) values.set(project.id, value);
  }
  return values;
}

function holders(values: ReadonlyMap<string, number>, value: number | null): string[] {
  return [...values].filter(([, held]) => held === value).map(([id]) => id);
}

function reduce(values: readonly number[], operation: Aggregate['operation']): number | null {
  if (values.length === 0) return null;
  switch (operation) {
    case 'sum':
      return total(values);
    case 'average':
      return total(values) / values.length;
    case 'min':
      return values.reduce((least, value) => Math.min(least, value));
    case 'max':
      return values.reduce((most, value) => Math.max(most, value));
  }
}

/** Added in hundredths, so that cents and parts of posts add up to what a reader reckons by hand. */
function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
}
