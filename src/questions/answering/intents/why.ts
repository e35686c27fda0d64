import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Question } from '../../question.js';
import { factOf } from '../facts.js';
import { matcher } from '../matches.js';
import { postponedProjects } from '../postponed.js';
import { reportThen } from '../reported.js';
import type { Scope } from '../scope.js';
import { lineFrom, troubleOf } from '../status.js';

/** Whether what the question takes for granted holds, and the reason the newest report gives. */
export function why(scope: Scope, project: Project, { claims }: Extract<Question, { intent: 'why' }>): Body {
  const report = reportThen(scope.portfolio, project.id, claims);
  const matched = matcher(scope, claims)(project);
  const moved = claims.postponed ? postponedProjects(scope.portfolio).get(project.id) : undefined;
  return {
    kind: 'reason',
    project: project.id,
    claims,
    holds: matched !== false,
    status: report && lineFrom(scope, report),
    // Why it is better than was thought is told by what was reported, trouble or not.
    reason: claims.not?.health && report ? report.summary : troubleOf(report),
    facts: claims.organisations
      ? [factOf(scope, project, 'lead')]
      : claims.overdue === undefined && claims.postponed === undefined
        ? []
        : [factOf(scope, project, 'end')],
    ...(moved ? { moved } : {}),
  };
}
