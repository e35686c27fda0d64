import type { Recorded } from '../events.js';
import type { Books } from './books.js';
import { SharedList } from './shared-list.js';
import { SharedMap } from './shared-map.js';

/**
 * Somebody wanted to be forgotten: what they did before counts on, but as done in their role, not by them. What they do
 * afterwards is theirs again. The events in the store stay as they were written.
 */
export function forgotten(books: Books, person: string): Books {
  const unnamed = (by: string | null): string | null => (by === person ? null : by);
  const reports = [...books.reports].map(([project, all]) => {
    const masked = all.map((report) => ({
      ...report,
      by: unnamed(report.by),
      withdrawn: report.withdrawn && { ...report.withdrawn, by: unnamed(report.withdrawn.by) },
    }));
    return [project, masked] as const;
  });
  const decisions = [...books.decisions].map(([id, decision]) => {
    const rulings = decision.rulings.map((ruling) => ({
      ...ruling,
      by: unnamed(ruling.by) ?? '',
      ...(ruling.fulfilled && { fulfilled: { ...ruling.fulfilled, by: unnamed(ruling.fulfilled.by) } }),
    }));
    return [id, { ...decision, askedBy: unnamed(decision.askedBy), rulings }] as const;
  });
  const history = books.history.toArray().map((event) => withoutPerson(event, person));
  return {
    ...books,
    reports: SharedMap.of(reports),
    decisions: SharedMap.of(decisions),
    history: SharedList.of(history),
  };
}

function withoutPerson(event: Recorded, person: string): Recorded {
  const by = event.by === person ? null : event.by;
  switch (event.type) {
    case 'report.submitted': {
      const { report } = event.data;
      return report.by === person ? { ...event, by, data: { report: { ...report, by: null } } } : { ...event, by };
    }
    case 'absence.entered':
      return event.data.person === person ? { ...event, by, data: { ...event.data, person: '' } } : { ...event, by };
    case 'reminders.snoozed':
      return event.data.person === person ? { ...event, by, data: { ...event.data, person: '' } } : { ...event, by };
    default:
      return by === event.by ? event : { ...event, by };
  }
}
