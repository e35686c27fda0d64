import type { Person, Project } from '../programme.js';
import { isOffice, isSteering } from './person.js';

/** Whether a person answers for a project: its lead or one of the deputies. */
export function answersFor(person: Person | null, project: Project): boolean {
  return person !== null && (project.lead.person === person.id || project.lead.deputies.includes(person.id));
}

/** Who may see how a project's status developed: everybody if it is published, else those who answer for it or steer it. */
export function mayReadHistory(person: Person | null, project: Project): boolean {
  return project.published || answersFor(person, project) || isOffice(person) || isSteering(person);
}

/** Who may set how often a project is asked for its status, and whether it is paused: its lead and the programme office. */
export function mayArrangeReporting(person: Person | null, project: Project): boolean {
  return isOffice(person) || (person !== null && project.lead.person === person.id);
}
