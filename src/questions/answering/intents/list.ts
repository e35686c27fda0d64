import type { Body } from '../../answer.js';
import type { Measure, Order, Question } from '../../question.js';
import { inOrder, top } from '../order.js';
import { aggregate } from './aggregate.js';
import { lineOf, pagesOf } from '../page.js';
import { heirs, near } from '../near.js';
import type { Scope } from '../scope.js';
import { select, tally } from '../select.js';

const isMeasure = (by: Order['by']): by is Measure => !/^(?:start|end|title|health|relevance)$/.test(by);

/** Which projects meet the conditions; by a limit and order also "the three dearest". */
export function list(scope: Scope, question: Extract<Question, { intent: 'list' }>): Body {
  const { filters, order, limit } = question;
  const sorted = inOrder(scope, select(scope, filters), order, filters);
  const hits = limit === null ? sorted : top(scope, sorted, order, limit);
  // There are projects, but none states what they are ranked by: that is said, and not that there are none.
  if (hits.length === 0 && sorted.length > 0 && order && isMeasure(order.by))
    return aggregate(scope, { intent: 'aggregate', filters, measure: order.by, operation: 'max' });
  if (hits.length === 0) return { kind: 'none', near: [...heirs(scope, filters), ...near(scope, filters)] };
  const pages = pagesOf(hits, order === null);
  const page = Math.min(Math.max(0, question.page), pages.length - 1);
  return {
    kind: 'projects',
    total: hits.length,
    tally: tally(hits),
    lines: (pages[page] ?? []).map((hit) => lineOf(scope, hit, filters, order)),
    page,
    pages: pages.length,
  };
}
