import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Field } from '../../question.js';
import { factOf } from '../facts.js';
import type { Scope } from '../scope.js';
import { newestReport, openDecisions, statusOf } from '../status.js';

/** Everything about one project. */
export function project(scope: Scope, { id }: Project): Body {
  return {
    kind: 'project',
    project: id,
    status: statusOf(scope, id),
    report: newestReport(scope.portfolio, id),
    decisions: openDecisions(scope.portfolio, id),
  };
}

/** Single facts of one project. */
export function facts(scope: Scope, asked: Project, fields: readonly Field[]): Body {
  return {
    kind: 'facts',
    project: asked.id,
    facts: [...new Set(fields)].map((field) => factOf(scope, asked, field)),
    status: statusOf(scope, asked.id),
  };
}
