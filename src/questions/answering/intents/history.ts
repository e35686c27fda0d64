import type { Project } from '../../../programme/programme.js';
import type { Health, StatusReport } from '../../../programme/report.js';
import type { Body } from '../../answer.js';
import type { Standing } from '../../fact.js';
import type { Question } from '../../question.js';
import { reportsIn } from '../reported.js';
import type { Scope } from '../scope.js';

/**
 * The standing reports of one project, oldest first, one a week; `during` keeps weeks that touch the range. With `since`
 * the latest run of weeks in which it was so.
 */
export function history(
  { portfolio }: Scope,
  { id }: Project,
  { during, since }: Extract<Question, { intent: 'history' }>,
): Body {
  const reports = reportsIn(portfolio, id, during);
  return { kind: 'history', project: id, reports, during, ...(since ? { standing: standingOf(reports, since) } : {}) };
}

function standingOf(reports: readonly StatusReport[], health: Health[]): Standing {
  const says = (report: StatusReport): boolean => health.includes(report.health);
  const last = reports.findLastIndex(says);
  const before = reports.slice(0, Math.max(last, 0)).findLastIndex((report) => !says(report));
  const [from, to] = [reports[before + 1], reports[last]];
  return {
    health,
    run: from && to ? { from: from.week, to: to.week } : null,
    holds: last >= 0 && last === reports.length - 1,
    fromFirst: before < 0,
  };
}
