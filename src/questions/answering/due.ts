import { standingReports, type Portfolio } from '../../programme/portfolio.js';
import { reportDue } from '../../programme/policies/due.js';
import type { Project } from '../../programme/programme.js';

/** Whether a report of the project was due for the week and none stands. */
export function owesReport(portfolio: Portfolio, project: Project, week: string): boolean {
  return reportDue(project, week) && !standingReports(portfolio, project.id).some((report) => report.week === week);
}
