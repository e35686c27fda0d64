import type { Person, Project } from '../programme.js';
import { isOffice, isSteering } from './person.js';
import { answersFor } from './project.js';

/** Who may approve, reject or defer what the steering group is asked: its members. */
export function mayDecide(person: Person | null): boolean {
  return isSteering(person);
}

/** Who may put a question to the steering group outside a report: the programme office. */
export function mayAskForDecision(person: Person | null): boolean {
  return isOffice(person);
}

/** Who may say that the condition of an approval is met: whoever answers for the project, and the programme office. */
export function mayFulfil(person: Person | null, project: Project): boolean {
  return answersFor(person, project) || isOffice(person);
}

/** Who is shown all conditions and the log of decisions: the steering group and the programme office. */
export function maySeeLog(person: Person | null): boolean {
  return isSteering(person) || isOffice(person);
}

/** Who is shown the condition of an approval: whoever may say that it is met, and those who see the log. */
export function maySeeCondition(person: Person | null, project: Project | undefined): boolean {
  return maySeeLog(person) || (project !== undefined && mayFulfil(person, project));
}
