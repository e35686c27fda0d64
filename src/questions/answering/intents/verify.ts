import type { Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { Field, Filters, Question } from '../../question.js';
import type { Fact } from '../../fact.js';
import { factOf } from '../facts.js';
import { matcher } from '../matches.js';
import { measureOf } from '../measures.js';
import type { Scope } from '../scope.js';
import { knowsOfMovedEnds, postponedProjects } from '../postponed.js';
import { reportThen } from '../reported.js';
import { lineFrom } from '../status.js';

/** Whether what a person supposes of one project is so, with the true values of what was supposed. */
export function verify(scope: Scope, asked: Project, { claims, field }: Extract<Question, { intent: 'verify' }>): Body {
  const match = matcher(scope, claims)(asked);
  const claimed = claimedFields(claims);
  const fields = [...new Set(field ? [...claimed, field] : claimed)];
  const stated = field !== null && claimed.length === 0 ? factOf(scope, asked, field).value !== null : match !== false;
  const moved = claims.postponed ? postponedProjects(scope.portfolio).get(asked.id) : undefined;
  return {
    kind: 'verdict',
    project: asked.id,
    verdict: stated ? 'yes' : isUnknown(scope, asked, claims) ? 'unknown' : 'no',
    claims,
    facts: fields.map((name) => (name === 'status' ? statusThen(scope, asked, claims) : factOf(scope, asked, name))),
    citywide: match === 'citywide',
    ...(moved ? { moved } : {}),
  };
}

/** The fields that conditions speak of: what must be said when they are not met. */
export function claimedFields(claims: Filters): Field[] {
  const fields: Field[] = [];
  const when = (given: unknown, ...names: Field[]): void => {
    if (given !== undefined) fields.push(...names);
  };
  for (const { relation } of claims.organisations ?? []) {
    when(true, ...({ leads: ['lead'], affects: ['affects', 'lead'], any: ['lead', 'affects'] } as const)[relation]);
  }
  when(claims.registers, 'register', 'start', 'end');
  when(claims.actionFields, 'actionFields');
  when(claims.targetGroups, 'targetGroups');
  when(claims.goals, 'goals');
  when(claims.climate, 'climate');
  when(claims.health, 'status');
  when(claims.topic, 'summary');
  when(claims.legal, 'legalBasis');
  when(claims.start, 'start');
  when(claims.end, 'end');
  when(claims.active, 'start', 'end');
  when(claims.overdue, 'end', 'status');
  when(claims.decisionOpen, 'decision');
  when(claims.reportMissing, 'status');
  when(claims.paused, 'status');
  when(claims.postponed, 'end');
  when(claims.fundingMissing, 'funding');
  when(claims.funding, 'funding');
  if (claims.people) fields.push(claims.people.role === 'lead' ? 'lead' : 'deputies');
  when(claims.assessment, 'assessment');
  when(claims.citywide, 'affects');
  for (const { measure } of claims.thresholds ?? []) {
    when(true, ...(measure === 'duration' ? (['start', 'end'] as const) : [measure]));
  }
  when(claims.has, ...(claims.has ?? []));
  when(claims.lacks, ...(claims.lacks ?? []));
  if (claims.not) fields.push(...claimedFields(claims.not));
  return [...new Set(fields)];
}

/** How it stands, or stood at the time that was spoken of. */
function statusThen(scope: Scope, asked: Project, claims: Filters): Fact {
  const report = reportThen(scope.portfolio, asked.id, !claims.reported && claims.not?.reported ? claims.not : claims);
  return { field: 'status', value: report && lineFrom(scope, report) };
}

/** Whether the programme does not state what would settle the question. */
function isUnknown(scope: Scope, asked: Project, claims: Filters): boolean {
  const { thresholds = [], start, end, climate, health, postponed, not } = claims;
  return (
    (start !== undefined && asked.start === null) ||
    (end !== undefined && asked.end === null) ||
    (postponed !== undefined && !knowsOfMovedEnds(scope.portfolio)) ||
    (climate !== undefined && asked.climate === 'unknown') ||
    (health !== undefined && statusThen(scope, asked, claims).value === null) ||
    thresholds.some((bound) => !('missing' in bound) && measureOf(scope, asked, bound.measure) === null) ||
    (not !== undefined && isUnknown(scope, asked, not))
  );
}
