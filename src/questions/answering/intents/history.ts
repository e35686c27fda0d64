import { addWeeks, mondayOf } from '../../../programme/calendar.js';
import { standingReports } from '../../../programme/portfolio.js';
import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { DayRange } from '../../question.js';
import type { Scope } from '../scope.js';

/** The standing reports of one project, oldest first, one a week; `during` keeps weeks that touch the range. */
export function history(scope: Scope, { id }: Project, during: DayRange | null): Body {
  const weeks = new Map(
    standingReports(scope.portfolio, id)
      .filter(({ week }) => !during || touches(week, during))
      .map((report) => [report.week, report]),
  );
  const reports = [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
  return { kind: 'history', project: id, reports, during };
}

function touches(week: string, { from, to }: DayRange): boolean {
  return (to === null || mondayOf(week) <= to) && (from === null || mondayOf(addWeeks(week, 1)) > from);
}
