import { addWeeks, weekOf } from '../programme/calendar.js';
import { hasReport, type Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { openWeek } from './moments.js';

/**
 * The week a report on a project counts for when it is given at an instant. Until a week's digest has gone out a report
 * answers that week's request; once the project has one, the next report is for the current week.
 */
export function reportingWeek(at: Date, schedule: Schedule, portfolio: Portfolio, project: string): string {
  const { programme } = portfolio;
  const open = openWeek(at, schedule, programme);
  const current = weekOf(at, programme.timeZone);
  return open !== current && hasReport(portfolio, project, open) ? current : open;
}

/** The weeks somebody may report for: the present one and the four before it, newest first. */
export function reportableWeeks(at: Date, zone: string): string[] {
  const current = weekOf(at, zone);
  return [0, -1, -2, -3, -4].map((back) => addWeeks(current, back));
}
