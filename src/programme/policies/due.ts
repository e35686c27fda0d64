import { addDays, daysBetween, mondayOf } from '../calendar.js';
import { hasReport, type Portfolio } from '../portfolio.js';
import type { Cadence, Project } from '../programme.js';

/** A Monday from which fortnights are counted; any one would do, as long as it stays the same. */
const FIRST_FORTNIGHT = '1970-01-05';

/**
 * How often a project is asked for its status: what it says itself, else weekly in the running register and never in
 * the others. A paused project is not asked.
 */
export function cadenceOf(project: Project): Cadence {
  if (project.paused) return 'never';
  return project.cadence ?? (project.register === 'running' ? 'weekly' : 'never');
}

/** Whether a paused project is asked again in an ISO week: from the one on whose Thursday its day has come. */
function isOver({ paused, pausedUntil }: Project, monday: string): boolean {
  return paused && Boolean(pausedUntil) && (pausedUntil ?? '') <= addDays(monday, 3);
}

/**
 * Whether a status report is due for an ISO week: every week, every second one (the same weeks for all projects), or in
 * the week of the month's first Thursday. A pause with an end counts until the week in which the end falls on Thursday or before.
 */
export function reportDue(project: Project, week: string): boolean {
  const monday = mondayOf(week);
  switch (cadenceOf(isOver(project, monday) ? { ...project, paused: false } : project)) {
    case 'weekly':
      return true;
    case 'biweekly':
      return (daysBetween(FIRST_FORTNIGHT, monday) / 7) % 2 === 0;
    case 'monthly':
      return isFirstOfMonth(week);
    case 'never':
      return false;
  }
}

/** Whether a report of the project was due for the week and none stands. */
export function owesReport(portfolio: Pick<Portfolio, 'reports'>, project: Project, week: string): boolean {
  return reportDue(project, week) && !hasReport(portfolio, project.id, week);
}

/** Whether an ISO week is the one of its month in which the first Thursday lies. */
export function isFirstOfMonth(week: string): boolean {
  const [, , day] = addDays(mondayOf(week), 3).split('-').map(Number);
  return day !== undefined && day <= 7;
}
