import type { ProjectLine } from '../answer.js';
import type { Filters, Order } from '../question.js';
import { shownValue } from './order.js';
import type { Hit, Scope } from './scope.js';
import { statusOf } from './status.js';

/** So many matches are named whole; longer lists are paged by as many. */
export const PAGE = 15;

/**
 * Cuts ordered hits into pages. Up to 15 stay together; of more, those set apart (city-wide and the like) begin a page
 * of their own, so that the first pages hold what was asked for.
 */
export function pagesOf(hits: readonly Hit[], grouped: boolean): Hit[][] {
  if (hits.length <= PAGE) return [[...hits]];
  if (!grouped) return chunks(hits);
  const main = hits.filter((hit) => hit.because === null);
  return [...chunks(main), ...chunks(hits.filter((hit) => hit.because !== null))];
}

export function lineOf(scope: Scope, hit: Hit, by: Order['by'] | null): ProjectLine {
  return {
    project: hit.project.id,
    status: statusOf(scope, hit.project.id),
    because: hit.because,
    value: shownValue(scope, hit, by),
  };
}

/** What a list shows beside its projects when no order was asked for: the value a single bound is about. */
export function boundMeasure(filters: Filters): Order['by'] | null {
  const bound = filters.thresholds?.find((threshold) => !('missing' in threshold));
  if (bound) return bound.measure;
  if (filters.end || filters.overdue) return 'end';
  return filters.start ? 'start' : null;
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / PAGE) }, (_, page) => list.slice(page * PAGE, (page + 1) * PAGE));
}
