import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Field } from '../../question.js';
import { factOf } from '../facts.js';
import type { Scope } from '../scope.js';
import { newestReport, openDecisions, statusOf } from '../status.js';

const TOLD: readonly Field[] = [
  'lead',
  'affects',
  'start',
  'end',
  'investment',
  'runningPerYear',
  'actionFields',
  'goals',
  'objectives',
  'targetGroups',
  'legalBasis',
  'climate',
  'personnelDays',
  'fte',
  'funding',
  'milestones',
  'assessment',
  'deputies',
];

/** Everything about one project. */
export function project(scope: Scope, asked: Project): Body {
  const { id } = asked;
  return {
    kind: 'project',
    project: id,
    status: statusOf(scope, id),
    report: newestReport(scope.portfolio, id),
    decisions: openDecisions(scope.portfolio, id),
    facts: TOLD.map((field) => factOf(scope, asked, field)).filter(({ value }) => value !== null),
  };
}

/** Single facts of one project. */
export function facts(scope: Scope, asked: Project, fields: readonly Field[]): Body {
  return {
    kind: 'facts',
    project: asked.id,
    facts: [...new Set(fields)].map((field) => factOf(scope, asked, field)),
    status: statusOf(scope, asked.id),
    report: fields.includes('status') ? newestReport(scope.portfolio, asked.id) : null,
  };
}
