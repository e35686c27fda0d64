import type { Recorded } from '../events.js';
import type { Programme } from '../programme.js';
import type { Books } from './books.js';
import { arrangementsLeft } from './fold-arranged.js';
import { changedMilestones } from './milestones.js';
import { presentProject } from './present.js';
import { SharedMap } from './shared-map.js';

type Imported = Extract<Recorded, { type: 'programme.imported' }>;

/** Another programme file counts from now on; what was said of what the file did not touch still holds. */
export function imported(books: Books, { seq, data }: Imported, programme: Programme | undefined): Books {
  let { milestonesSet } = books;
  for (const change of data.changes) {
    const keys = changedMilestones(change);
    if (keys.length === 0) continue;
    const set = new Map([...(milestonesSet.get(change.id) ?? []), ...keys.map((key): [string, number] => [key, seq])]);
    milestonesSet = milestonesSet.with(change.id, set);
  }
  const next = {
    ...books,
    revision: data.revision,
    milestonesSet,
    arrangements: arrangementsLeft(books, data.changes),
  };
  if (!programme) return next;
  return {
    ...next,
    programme,
    fileProjects: new Map(programme.projects.map((project) => [project.id, project])),
    projects: SharedMap.of(programme.projects.map((project) => [project.id, presentProject(next, project)])),
  };
}
