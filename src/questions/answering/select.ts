import type { Project } from '../../programme/programme.js';
import type { Because, Tally } from '../answer.js';
import type { Filters } from '../question.js';
import { livingDepartments, matcher } from './matches.js';
import type { Scope } from './scope.js';

/** A project that meets the conditions, and the reason where it does so in a way worth saying. */
export interface Hit {
  project: Project;
  because: Because | null;
}

/** All projects that meet the conditions, in the programme's order (by relevance where a topic is asked for). */
export function select(scope: Scope, filters: Filters): Hit[] {
  const test = matcher(scope, filters);
  const hits: Hit[] = [];
  for (const project of candidates(scope, filters)) {
    const match = test(project);
    if (match !== false) hits.push({ project, because: match === 'main' ? null : match });
  }
  return hits;
}

export function tally(hits: readonly Hit[]): Tally {
  const counts: Tally = { main: 0, citywide: 0, secondaryField: 0, nearTopic: 0 };
  for (const { because } of hits) counts[because ?? 'main'] += 1;
  return counts;
}

/** The plainly matching projects, or all where none matches plainly: what sums and groupings are taken over. */
export function plain(hits: readonly Hit[]): Hit[] {
  const main = hits.filter((hit) => hit.because === null);
  return main.length > 0 ? main : [...hits];
}

/** The smallest set the index offers that holds every project meeting the conditions. */
function candidates(scope: Scope, filters: Filters): readonly Project[] {
  const { index, portfolio } = scope;
  const all = portfolio.programme.projects;
  const offers: (readonly Project[])[] = [];
  const offer = (...lists: (readonly Project[] | undefined)[]): void =>
    void offers.push(lists.length === 1 ? (lists[0] ?? []) : union(lists));
  const known = (ids: readonly string[]): Project[] => ids.flatMap((id) => portfolio.projects.get(id) ?? []);

  if (filters.projects) offer(known(filters.projects));
  if (filters.topic) offer(known(scope.topics(filters.topic).map((hit) => hit.project)));
  for (const organisation of filters.organisations ?? []) {
    const ids = livingDepartments(scope, organisation);
    const led = ids.map((id) => index.byLead.get(id));
    if (organisation.relation === 'leads') offer(...led);
    else offer(...led, ...ids.map((id) => index.byAffected.get(id)), index.citywide);
  }
  if (filters.actionFields) {
    offer(...filters.actionFields.flatMap((id) => [index.byMainField.get(id), index.bySecondaryField.get(id)]));
  }
  if (filters.targetGroups) offer(...filters.targetGroups.map((id) => index.byTargetGroup.get(id)));
  if (filters.goals) offer(...filters.goals.map((id) => index.byGoal.get(id)));
  if (filters.registers) offer(...filters.registers.map((id) => index.byRegister.get(id)));
  return offers.reduce((smallest, list) => (list.length < smallest.length ? list : smallest), all);
}

function union(lists: readonly (readonly Project[] | undefined)[]): Project[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}
