import type { Person } from '../programme.js';
import { isOffice } from './person.js';

/** Who may choose the channels the digest goes to: the programme office. */
export function mayChooseChannels(person: Person | null): boolean {
  return isOffice(person);
}
