import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { owesReport, reportDue } from '../../../programme/policies/due.js';
import { latestReport } from '../../../programme/portfolio.js';
import { inOrder } from '../order.js';
import { lineOf } from '../page.js';
import type { Scope } from '../scope.js';
import { select } from '../select.js';
import { lineFrom } from '../status.js';

/** Projects whose status of the reporting week is still missing: per project, never per person. */
export function missingReports(scope: Scope, question: Extract<Question, { intent: 'missingReports' }>): Body {
  const { filters } = question;
  const week = question.week ?? scope.reportingWeek();
  const due = inOrder(scope, select(scope, filters), null, filters).filter(({ project }) => reportDue(project, week));
  const missing = due.filter(({ project }) => owesReport(scope.portfolio, project, week));
  const lines = missing.map((hit) => {
    const last = latestReport(scope.portfolio, hit.project.id, week);
    return { ...lineOf(scope, hit), status: last ? lineFrom(scope, last) : null };
  });
  return { kind: 'missingReports', week, lines, due: due.length };
}
