import type { Change } from '../events.js';
import { inOrderOfWeeks, standingReports } from '../portfolio.js';
import type { Milestone, Project } from '../programme.js';
import { wordings } from '../text.js';
import type { Books } from './books.js';

/**
 * A project as the file has it, with the milestones that its standing reports have ticked or moved since the file last
 * changed them. A report names a milestone by its title in either language.
 */
export function withToldMilestones(books: Books, project: Project): Project {
  const told = standingReports(books, project.id).filter((report) => report.milestones.length > 0);
  if (told.length === 0) return project;
  const setBy = books.milestonesSet.get(project.id);
  const milestones = [...project.milestones];
  for (const report of told.sort(inOrderOfWeeks)) {
    const seq = books.filed.get(report.id)?.seq ?? 0;
    for (const { title, due, done } of report.milestones) {
      const index = project.milestones.findIndex((milestone) => wordings(milestone.title).includes(title));
      const filed = project.milestones[index];
      if (!filed || (setBy?.get(title) ?? 0) > seq) continue;
      milestones[index] = { ...filed, due, done, original: due === filed.due ? null : filed.due };
    }
  }
  return { ...project, milestones };
}

/** The titles (in every language) of the milestones that a change of the file added, ticked or moved. */
export function changedMilestones(change: Change): string[] {
  if (change.noun !== 'project' || change.field !== 'milestones') return [];
  const before = (change.from ?? []) as Milestone[];
  const after = (change.to ?? []) as Milestone[];
  return after
    .filter((milestone) => !before.some((old) => isSame(old, milestone)))
    .flatMap((milestone) => wordings(milestone.title));
}

function isSame(a: Milestone, b: Milestone): boolean {
  return a.due === b.due && a.done === b.done && wordings(a.title).some((title) => wordings(b.title).includes(title));
}
