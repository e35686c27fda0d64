import type { ProjectLine } from '../answer.js';
import type { Filters, Order } from '../question.js';
import { boundBy, shownValue } from './order.js';
import { reportSaying } from './reported.js';
import type { Hit, Scope } from './scope.js';
import { lineFrom, statusOf, troubleOf } from './status.js';

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

/** A project as a list about `filters` shows it; who asks for troubled projects is told why they are, or were. */
export function lineOf(scope: Scope, hit: Hit, filters: Filters = {}, order: Order | null = null): ProjectLine {
  const { id } = hit.project;
  const report = filters.health ? reportSaying(scope.portfolio, id, filters) : null;
  return {
    project: id,
    status: filters.reported && report ? lineFrom(scope, report) : statusOf(scope, id),
    because: hit.because,
    value: shownValue(scope, hit, order?.by ?? boundBy(filters)),
    reason: troubleOf(report),
  };
}

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / PAGE) }, (_, page) => list.slice(page * PAGE, (page + 1) * PAGE));
}
