import type { ProjectLine } from '../answer.js';
import type { Filters, Measure, Order } from '../question.js';
import { measureOf } from './measures.js';
import type { Hit, Scope } from './scope.js';
import { newestReport } from './status.js';

const GROUPS = ['main', 'secondaryField', 'partlyFunded', 'citywide'] as const;
/** The graver the higher. */
export const HEALTH_PLACE = { red: 3, amber: 2, green: 1 };

/**
 * Sorts hits that are in reading order: by the order asked for; otherwise the plain ones first, within them by relevance
 * to the topic or by what bounds the question (dates ascending, amounts descending). Projects that do not state what is
 * ordered by come last.
 */
export function inOrder(scope: Scope, hits: readonly Hit[], order: Order | null, filters: Filters): readonly Hit[] {
  if (order && order.by !== 'relevance') return ordered(scope, hits, order);
  const sorted = naturally(scope, hits, filters);
  if (sorted.every(({ because }) => because === null)) return sorted;
  return GROUPS.flatMap((group) => sorted.filter(({ because }) => (because ?? 'main') === group));
}

/** What a list without an order of its own is about: the value that bounds it. */
export function boundBy(filters: Filters): Exclude<Order['by'], 'title' | 'health' | 'relevance'> | null {
  const bound = filters.thresholds?.find((threshold) => !('missing' in threshold));
  if (bound) return bound.measure;
  if (filters.end || filters.overdue) return 'end';
  return filters.start ? 'start' : null;
}

function naturally(scope: Scope, hits: readonly Hit[], filters: Filters): readonly Hit[] {
  if (filters.topic) return byRelevance(scope, hits, filters.topic);
  const by = boundBy(filters);
  if (by) return ordered(scope, hits, { by, direction: by === 'start' || by === 'end' ? 'asc' : 'desc' });
  return filters.health && filters.health.length > 1 ? ordered(scope, hits, { by: 'health', direction: 'desc' }) : hits;
}

function byRelevance(scope: Scope, hits: readonly Hit[], topic: readonly string[]): Hit[] {
  const place = new Map(scope.topics(topic).map((hit, index) => [hit.project, index]));
  return [...hits].sort((a, b) => (place.get(a.project.id) ?? 0) - (place.get(b.project.id) ?? 0));
}

/** The value a project is ordered by, null where it does not state it. */
export function orderValue(scope: Scope, { project }: Hit, by: Order['by']): number | string | null {
  switch (by) {
    case 'start':
    case 'end':
      return project[by];
    case 'title':
    case 'relevance':
      return scope.index.alphabet.get(project.id) ?? null;
    case 'health': {
      const report = newestReport(scope.portfolio, project.id);
      return report ? HEALTH_PLACE[report.health] : null;
    }
    default:
      return measureOf(scope, project, by satisfies Measure);
  }
}

function ordered(scope: Scope, hits: readonly Hit[], { by, direction }: Order): Hit[] {
  const sign = direction === 'asc' ? 1 : -1;
  return hits
    .map((hit) => ({ hit, value: orderValue(scope, hit, by) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      if (a.value === b.value) return 0;
      return a.value < b.value ? -sign : sign;
    })
    .map(({ hit }) => hit);
}

/** The first `limit` of ordered hits; those that tie with the last one belong to it, those without a value do not. */
export function top(scope: Scope, hits: readonly Hit[], order: Order | null, limit: number): Hit[] {
  if (!order) return hits.slice(0, limit);
  const stated = hits.filter((hit) => orderValue(scope, hit, order.by) !== null);
  const last = stated[limit - 1];
  if (!last || order.by === 'title' || order.by === 'relevance') return stated.slice(0, limit);
  const bound = orderValue(scope, last, order.by);
  return stated.filter((hit, place) => place < limit || orderValue(scope, hit, order.by) === bound);
}

/** The value shown beside a project in a list with this order. */
export function shownValue(scope: Scope, hit: Hit, by: Order['by'] | null): ProjectLine['value'] {
  if (!by || by === 'title' || by === 'relevance' || by === 'health') return null;
  const amount = orderValue(scope, hit, by);
  return amount === null ? null : { measure: by, amount };
}
