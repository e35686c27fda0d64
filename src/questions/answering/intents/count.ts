import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { inOrder } from '../order.js';
import { lineOf, pagesOf } from '../page.js';
import type { Scope } from '../scope.js';
import { select, tally } from '../select.js';

/** How many projects meet the conditions. */
export function count(scope: Scope, { filters }: Extract<Question, { intent: 'count' }>): Body {
  const hits = inOrder(scope, select(scope, filters), null, filters);
  const first = pagesOf(hits, true)[0] ?? [];
  return {
    kind: 'count',
    total: hits.length,
    tally: tally(hits),
    of: scope.portfolio.programme.projects.length,
    lines: first.map((hit) => lineOf(scope, hit, filters)),
  };
}
