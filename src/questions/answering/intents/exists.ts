import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { inOrder } from '../order.js';
import { near } from '../near.js';
import { lineOf, pagesOf } from '../page.js';
import type { Scope } from '../scope.js';
import { select, tally } from '../select.js';

/** Whether there are projects that meet the conditions, and which. */
export function exists(scope: Scope, { filters }: Extract<Question, { intent: 'exists' }>): Body {
  const hits = inOrder(scope, select(scope, filters), null, filters);
  const pages = pagesOf(hits, true);
  return {
    kind: 'existence',
    verdict: hits.length > 0,
    total: hits.length,
    tally: tally(hits),
    lines: (pages[0] ?? []).map((hit) => lineOf(scope, hit, filters)),
    pages: pages.length,
    near: hits.length === 0 ? near(scope, filters) : [],
  };
}
