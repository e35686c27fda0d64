import { owesReport } from '../../programme/policies/due.js';
import type { Project } from '../../programme/programme.js';
import type { Because } from '../answer.js';
import type { Bound, DayRange, Filters, OrganisationFilter, Threshold } from '../question.js';
import { factOf } from './facts.js';
import { measureOf } from './measures.js';
import { postponedProjects } from './postponed.js';
import type { ProgrammeIndex } from './programme-index.js';
import { reportSaying } from './reported.js';
import type { Scope } from './scope.js';
import { openDecisions } from './status.js';

/** How a project meets conditions: not at all, plainly, or for a reason worth saying. */
export type Match = false | 'main' | Because;
type Test = (project: Project) => Match;

/** The stronger reason to set a project apart comes first. */
const WEAKEST: readonly Because[] = ['citywide', 'partlyFunded', 'secondaryField'];

/**
 * Makes the test whether a project meets all of the conditions (`not` excluded). What `not` holds must fail plainly:
 * a project is left out of "not in action field X" only where X is its main field, but out of "does not affect
 * department Y" also where it is city-wide.
 */
export function matcher(scope: Scope, filters: Filters): Test {
  const tests = testsOf(scope, filters);
  return (project) => {
    let match: Match = 'main';
    for (const test of tests) {
      const found = test(project);
      if (found === false) return false;
      if (found !== 'main' && (match === 'main' || WEAKEST.indexOf(found) < WEAKEST.indexOf(match))) match = found;
    }
    return match;
  };
}

/** Departments of a filter that still exist; dissolved ones are affected by nothing. */
export function livingDepartments({ departments }: ProgrammeIndex, organisation: OrganisationFilter): string[] {
  return organisation.departments.filter((id) => departments.get(id)?.kind !== 'dissolved');
}

function testsOf(scope: Scope, filters: Filters): Test[] {
  const { portfolio, today } = scope;
  const tests: Test[] = [];
  const add = (test: (project: Project) => boolean): void => void tests.push((project) => test(project) && 'main');
  const range = (given: DayRange | undefined, day: (project: Project) => string | null): void => {
    if (given) add((project) => within(day(project), given));
  };
  const among = (given: readonly string[] | undefined, ids: (project: Project) => readonly string[]): void => {
    if (given) add((project) => ids(project).some((id) => given.includes(id)));
  };

  if (filters.projects) {
    const wanted = new Set(filters.projects);
    add((project) => wanted.has(project.id));
  }
  const { registers, climate, health } = filters;
  if (registers) add((project) => registers.includes(project.register));
  for (const organisation of filters.organisations ?? []) tests.push(organisationTest(scope, organisation));
  const fields = filters.actionFields;
  if (fields) {
    tests.push(({ actionFields: [main, ...others] }) =>
      main !== undefined && fields.includes(main)
        ? 'main'
        : others.some((id) => fields.includes(id)) && 'secondaryField',
    );
  }
  among(filters.targetGroups, (project) => project.targetGroups);
  among(filters.goals, (project) => project.goals);
  if (climate) add((project) => climate.includes(project.climate));
  if (filters.legal) {
    const wanted = filters.legal.map(lawPattern);
    add((project) => project.legalBasis.some((law) => wanted.some((pattern) => pattern.test(law))));
  }
  range(filters.start, (project) => project.start);
  range(filters.end, (project) => project.end);
  const { active } = filters;
  if (active) add((project) => isActive(project, active));
  const { overdue, citywide, paused, postponed, decisionOpen, reportMissing, fundingMissing } = filters;
  if (overdue !== undefined) add((project) => isOverdue(project, today) === overdue);
  if (citywide !== undefined) add((project) => (project.affects === 'all') === citywide);
  if (paused !== undefined) add((project) => project.paused === paused);
  if (postponed !== undefined) {
    const moved = postponedProjects(portfolio);
    add(({ id }) => moved.has(id) === postponed);
  }
  if (fundingMissing !== undefined) {
    tests.push(({ resources: { funding } }) => {
      if (!fundingMissing) return funding !== 'missing' && funding !== 'partly' && 'main';
      return funding === 'missing' ? 'main' : funding === 'partly' && 'partlyFunded';
    });
  }
  const { funding: states, people } = filters;
  if (states) add(({ resources: { funding } }) => funding !== null && states.includes(funding));
  if (people) {
    const persons = new Set(people.persons);
    add(({ lead }) =>
      people.role === 'lead'
        ? lead.person !== null && persons.has(lead.person)
        : lead.deputies.some((id) => persons.has(id)),
    );
  }
  const assessed = filters.assessment;
  if (assessed) {
    const sides = assessed.side ? [assessed.side] : (['legal', 'technical', 'economic'] as const);
    add(({ assessment }) =>
      sides.some((side) => {
        const rating = assessment?.[side]?.rating;
        return rating !== undefined && assessed.ratings.includes(rating);
      }),
    );
  }
  for (const threshold of filters.thresholds ?? []) add((project) => meets(scope, project, threshold));
  for (const field of filters.has ?? []) add((project) => factOf(scope, project, field).value !== null);
  for (const field of filters.lacks ?? []) add((project) => factOf(scope, project, field).value === null);
  if (health) add(({ id }) => reportSaying(portfolio, id, filters) !== null);
  if (decisionOpen !== undefined) add((project) => openDecisions(portfolio, project.id).length > 0 === decisionOpen);
  if (reportMissing !== undefined) {
    const week = scope.reportingWeek();
    add((project) => owesReport(portfolio, project, week) === reportMissing);
  }
  if (filters.topic) {
    const hits = new Set(scope.topics(filters.topic).map(({ project }) => project));
    add(({ id }) => hits.has(id));
  }
  if (filters.not) tests.push(notTest(scope, filters.not));
  return tests;
}

function organisationTest(scope: Scope, organisation: OrganisationFilter): Test {
  const departments = new Set(livingDepartments(scope.index, organisation));
  const leads = (project: Project): boolean => departments.has(project.lead.department);
  if (organisation.relation === 'leads') return (project) => leads(project) && 'main';
  return (project) => {
    if (leads(project)) return 'main';
    if (project.affects === 'all') return departments.size > 0 && 'citywide';
    return project.affects.some((id) => departments.has(id)) && 'main';
  };
}

/** Every condition of `not` by itself excludes a project ("neither running nor led by us"). */
function notTest(scope: Scope, not: Filters): Test {
  const tests = testsOf(scope, not);
  const excludes = (match: Match): boolean => match !== false && match !== 'secondaryField';
  return (project) => !tests.some((test) => excludes(test(project))) && 'main';
}

function within(day: string | null, { from, to }: DayRange): boolean {
  return day !== null && (from === null || day >= from) && (to === null || day <= to);
}

/** Whether a project runs at some time in the range; work that goes on without dates counts, mere plans do not. */
function isActive({ start, end, register }: Project, { from, to }: DayRange): boolean {
  const goesOn = register === 'running' || register === 'permanent';
  if (start === null && !goesOn) return false;
  return (to === null || start === null || start <= to) && (from === null || end === null || end >= from);
}

function isOverdue({ end, register }: Project, today: string): boolean {
  return end !== null && end < today && (register === 'running' || register === 'upcoming');
}

function meets(scope: Scope, project: Project, threshold: Threshold): boolean {
  const value = measureOf(scope, project, threshold.measure);
  if ('missing' in threshold) return value === null;
  return value !== null && isWithin(value, threshold);
}

/** Whether a value lies within bounds. */
export function isWithin(value: number, { over, under, inclusive }: Bound): boolean {
  return (
    (over === null || (inclusive ? value >= over : value > over)) &&
    (under === null || (inclusive ? value <= under : value < under))
  );
}

/**
 * Finds a law by words in its name, without case, spaces, full stops and hyphens: `BayGO Art. 47a` = `baygo art 47a`,
 * `NIS-2` = `nis2`. The words begin where a word begins: "OZG" is no part of "GeoZG".
 */
function lawPattern(words: string): RegExp {
  const signs = [...words.replace(/[\s.-]+/g, '')].map((sign) => sign.replace(/[\\^$*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(`(?<!\\p{L})${signs.join('[\\s.-]*')}`, 'iu');
}
