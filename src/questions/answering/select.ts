import type { Project } from '../../programme/programme.js';
import type { Tally } from '../answer.js';
import type { Filters } from '../question.js';
import { livingDepartments, matcher } from './matches.js';
import type { ProgrammeIndex } from './programme-index.js';
import type { Hit, Scope } from './scope.js';

/** All projects that meet the conditions, in reading order. Found once for an answer. */
export function select(scope: Scope, filters: Filters): readonly Hit[] {
  let hits = scope.selections.get(filters);
  if (!hits) scope.selections.set(filters, (hits = selectAnew(scope, filters)));
  return hits;
}

function selectAnew(scope: Scope, filters: Filters): Hit[] {
  const test = matcher(scope, filters);
  const hits: Hit[] = [];
  for (const listed of candidates(scope, filters)) {
    // The index has the projects as the file says; what was told since stands in the portfolio.
    const project = scope.portfolio.projects.get(listed.id) ?? listed;
    const match = test(project);
    if (match !== false) hits.push({ project, because: match === 'main' ? null : match });
  }
  return hits;
}

/** How many hits there are by the plainness of their match. */
export function tally(hits: readonly Hit[]): Tally {
  const counts: Tally = { main: 0, citywide: 0, secondaryField: 0, partlyFunded: 0 };
  for (const { because } of hits) counts[because ?? 'main'] += 1;
  return counts;
}

/**
 * The plainly matching projects, or all where none matches plainly: what sums and groupings are taken over. What lacks
 * money in part counts there.
 */
export function plain(hits: readonly Hit[]): Hit[] {
  const main = hits.filter(({ because }) => because === null || because === 'partlyFunded');
  return main.length > 0 ? main : [...hits];
}

/** The smallest set the index offers that holds every project meeting the conditions, in reading order. */
function candidates({ index, topics, portfolio }: Scope, filters: Filters): readonly Project[] {
  let smallest = index.all;
  const offer = (lists: readonly (readonly Project[] | undefined)[]): void => {
    const size = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0);
    if (size < smallest.length) smallest = united(index, lists);
  };
  const known = (ids: readonly string[]): Project[] => ids.flatMap((id) => portfolio.projects.get(id) ?? []);

  if (filters.projects) offer([inPlace(index, known(filters.projects))]);
  if (filters.topic) offer([inPlace(index, known(topics(filters.topic).map(({ project }) => project)))]);
  for (const organisation of filters.organisations ?? []) {
    const ids = livingDepartments(index, organisation);
    const led = ids.map((id) => index.byLead.get(id));
    if (organisation.relation === 'leads') offer(led);
    else offer([...led, ...ids.map((id) => index.byAffected.get(id)), index.citywide]);
  }
  if (filters.actionFields) {
    offer(filters.actionFields.flatMap((id) => [index.byMainField.get(id), index.bySecondaryField.get(id)]));
  }
  if (filters.targetGroups) offer(filters.targetGroups.map((id) => index.byTargetGroup.get(id)));
  if (filters.goals) offer(filters.goals.map((id) => index.byGoal.get(id)));
  if (filters.registers) offer(filters.registers.map((id) => index.byRegister.get(id)));
  return smallest;
}

function united(index: ProgrammeIndex, lists: readonly (readonly Project[] | undefined)[]): readonly Project[] {
  const [only, ...others] = lists;
  return others.length === 0
    ? (only ?? [])
    : inPlace(
        index,
        lists.flatMap((list) => list ?? []),
      );
}

/** Each project once, in reading order. */
function inPlace({ place }: ProgrammeIndex, projects: readonly Project[]): Project[] {
  const placed = [...new Set(projects)].map((project) => ({ project, at: place.get(project.id) ?? 0 }));
  return placed.sort((a, b) => a.at - b.at).map(({ project }) => project);
}
