import type { Filters, Question } from '../question.js';
import type { Scope } from './scope.js';
import { select } from './select.js';

const MOST = 3;

/** For conditions that nothing meets: what is left of them when one is dropped, as far as something then matches. */
export function near(scope: Scope, filters: Filters): { question: Question; count: number }[] {
  const relaxed = withoutOne(filters).map((less): { question: Question; count: number } => ({
    question: { intent: 'list', filters: less, order: null, limit: null, page: 0 },
    count: select(scope, less).length,
  }));
  return relaxed.filter(({ count }) => count > 0).slice(0, MOST);
}

function withoutOne(filters: Filters): Filters[] {
  const keys = (Object.keys(filters) as (keyof Filters)[]).filter((key) => filters[key] !== undefined);
  if (keys.length < 2) return [];
  return keys.map((key) => Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key)));
}
