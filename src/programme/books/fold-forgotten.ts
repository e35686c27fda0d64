import { meant, type Farewell } from '../farewell.js';
import type { Books } from './books.js';
import { SharedList } from './shared-list.js';
import { SharedMap } from './shared-map.js';
import { unnamed } from './unnamed.js';

/**
 * Somebody wanted to be forgotten: what they did before counts on, but as done in their role, not by them. What they do
 * afterwards is theirs again. `Erasing` does the same to what is stored.
 */
export function forgotten(books: Books, farewell: Farewell): Books {
  const isForgotten = meant(farewell);
  const nobody = (by: string | null): string | null => (isForgotten(by) ? null : by);
  const reports = [...books.reports].map(([project, all]) => {
    const masked = all.map((report) => ({
      ...report,
      by: nobody(report.by),
      withdrawn: report.withdrawn && { ...report.withdrawn, by: nobody(report.withdrawn.by) },
    }));
    return [project, masked] as const;
  });
  const decisions = [...books.decisions].map(([id, decision]) => {
    const rulings = decision.rulings.map((ruling) => ({
      ...ruling,
      by: nobody(ruling.by) ?? '',
      ...(ruling.fulfilled && { fulfilled: { ...ruling.fulfilled, by: nobody(ruling.fulfilled.by) } }),
    }));
    return [id, { ...decision, askedBy: nobody(decision.askedBy), rulings }] as const;
  });
  const history = books.history.toArray().map((event) => unnamed(event, isForgotten));
  return {
    ...books,
    reports: SharedMap.of(reports),
    decisions: SharedMap.of(decisions),
    history: SharedList.of(history),
  };
}
