import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { factOf } from '../facts.js';
import { matcher } from '../matches.js';
import { reportSaying, reportsIn } from '../reported.js';
import type { Scope } from '../scope.js';
import { lineFrom, newestReport, troubleOf } from '../status.js';

/** Whether what the question takes for granted holds, and the reason the newest report gives. */
export function why(scope: Scope, project: Project, { claims }: Extract<Question, { intent: 'why' }>): Body {
  const report = claims.reported
    ? (reportSaying(scope.portfolio, project.id, claims) ??
      reportsIn(scope.portfolio, project.id, claims.reported).at(-1) ??
      null)
    : newestReport(scope.portfolio, project.id);
  const matched = matcher(scope, claims)(project);
  return {
    kind: 'reason',
    project: project.id,
    claims,
    holds: matched !== false,
    status: report && lineFrom(scope, report),
    reason: troubleOf(report),
    facts: claims.organisations
      ? [factOf(scope, project, 'lead')]
      : claims.overdue === undefined
        ? []
        : [factOf(scope, project, 'end')],
  };
}
