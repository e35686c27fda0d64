import type { DayRange, Filters, OrganisationFilter } from '../../questions/question.js';
import type { Faults } from './faults.js';

/**
 * Conditions as the understanding would have made them: what holds no condition is left out, since an empty list would
 * match nothing, and a division stands for its departments.
 */
export function checkFilters(given: Filters, faults: Faults): Filters {
  const { not, ...conditions } = given;
  const checked = checkConditions(conditions, faults);
  const denied = not && checkConditions(not, faults);
  return denied && Object.keys(denied).length > 0 ? { ...checked, not: denied } : checked;
}

function checkConditions(given: Omit<Filters, 'not'>, faults: Faults): Filters {
  for (const id of given.projects ?? []) faults.unlessKnown('project', id);
  for (const id of given.actionFields ?? []) faults.unlessKnown('actionField', id);
  for (const id of given.targetGroups ?? []) faults.unlessKnown('targetGroup', id);
  for (const id of given.goals ?? []) faults.unlessKnown('goal', id);
  for (const range of [given.start, given.end, given.active]) checkRange(range, faults);
  for (const threshold of given.thresholds ?? []) {
    if (!('missing' in threshold) && threshold.over === null && threshold.under === null) {
      faults.add('A threshold needs "over" or "under".');
    }
  }
  if (given.topic) faults.unlessWords('topic', given.topic);
  if (given.legal) faults.unlessWords('legal', given.legal);
  const organisations = given.organisations?.map((one) => checkOrganisation(one, faults));
  return Object.fromEntries(
    Object.entries({ ...given, organisations }).filter(([, condition]) => saysSomething(condition)),
  );
}

export function checkRange(range: DayRange | null | undefined, faults: Faults): void {
  for (const day of [range?.from, range?.to]) if (day) faults.unlessDay(day);
}

function checkOrganisation(given: OrganisationFilter, faults: Faults): OrganisationFilter {
  const { division, departments } = given;
  if (division !== null) return { ...given, departments: faults.departmentsOf(division) };
  if (departments.length === 0) faults.add('An organisation needs departments or a division.');
  for (const id of departments) faults.unlessKnown('department', id);
  return given;
}

function saysSomething(condition: Filters[keyof Filters]): boolean {
  if (condition === undefined) return false;
  if (Array.isArray(condition)) return condition.length > 0;
  return typeof condition !== 'object' || !('from' in condition) || condition.from !== null || condition.to !== null;
}
