import { addWeeks, mondayOf } from '../../programme/calendar.js';
import { standingReports, type Portfolio } from '../../programme/portfolio.js';
import type { Health, StatusReport } from '../../programme/report.js';
import type { DayRange, Filters } from '../question.js';
import { newestReport } from './status.js';

/** The standing reports of a project on weeks that touch a time, one a week, oldest first; `null` = all weeks. */
export function reportsIn(portfolio: Portfolio, project: string, during: DayRange | null): StatusReport[] {
  const weeks = new Map(
    standingReports(portfolio, project)
      .filter(({ week }) => !during || touches(week, during))
      .map((report) => [report.week, report]),
  );
  return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
}

function touches(week: string, { from, to }: DayRange): boolean {
  return (to === null || mondayOf(week) <= to) && (from === null || mondayOf(addWeeks(week, 1)) > from);
}

/**
 * The report by which a project meets a condition on its health: the newest one; with a time, the last one of that time
 * which says so. A time open at its end ("since April") asks for a health that has been so throughout.
 * @returns null where no report says so
 */
export function reportSaying(
  portfolio: Portfolio,
  project: string,
  { health = [], reported }: Pick<Filters, 'health' | 'reported'>,
): StatusReport | null {
  const says = (report: { health: Health }): boolean => health.includes(report.health);
  if (!reported) {
    const report = newestReport(portfolio, project);
    return report && says(report) ? report : null;
  }
  const reports = reportsIn(portfolio, project, reported);
  if (reported.to === null && !reports.every(says)) return null;
  return reports.findLast(says) ?? null;
}

/** What is told of a project beside a condition on its health: the report that meets it, else the last one of that time. */
export function reportThen(
  portfolio: Portfolio,
  project: string,
  condition: Pick<Filters, 'health' | 'reported'>,
): StatusReport | null {
  if (!condition.reported) return newestReport(portfolio, project);
  return (
    reportSaying(portfolio, project, condition) ?? reportsIn(portfolio, project, condition.reported).at(-1) ?? null
  );
}
