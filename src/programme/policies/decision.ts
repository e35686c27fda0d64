import type { Person } from '../programme.js';
import { isOffice, isSteering } from './person.js';

/** Who may approve, reject or defer what the steering group is asked: its members. */
export function mayDecide(person: Person | null): boolean {
  return isSteering(person);
}

/** Who may put a question to the steering group outside a report: the programme office. */
export function mayAskForDecision(person: Person | null): boolean {
  return isOffice(person);
}
