import type { Person } from '../programme.js';
import { isOffice } from './person.js';

/** Who may choose the channels the digest goes to: the programme office. */
export function mayChooseChannels(person: Person | null): boolean {
  return isOffice(person);
}

/** Who sees the digest beforehand and may hold it or add a note: the programme office. */
export function mayRelease(person: Person | null): boolean {
  return isOffice(person);
}
