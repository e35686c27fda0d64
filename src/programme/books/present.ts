import { arranged } from '../arrangement.js';
import type { Project } from '../programme.js';
import type { Books } from './books.js';
import { withToldMilestones } from './milestones.js';

/** A project as it is now: the file's, with what reports and people in chat have said since. */
export function presentProject(books: Books, project: Project): Project {
  return arranged(withToldMilestones(books, project), books.arrangements.get(project.id));
}
