import type { Person } from '../programme.js';

/** Whether somebody speaks for the programme office. */
export function isOffice(person: Person | null): boolean {
  return person?.roles.includes('office') ?? false;
}

/** Whether somebody sits in the steering group. */
export function isSteering(person: Person | null): boolean {
  return person?.roles.includes('steering') ?? false;
}
