import type { ProgrammeEvent } from './events.js';
import { meant } from './farewell.js';
import type { Person } from './programme.js';

/** Those of `people` who wanted to be forgotten at some time, as far as history tells. */
export function onceForgotten(people: readonly Person[], history: readonly ProgrammeEvent[]): Person[] {
  const farewells = history.flatMap((event) => (event.type === 'person.forgotten' ? meant(event.data) : []));
  return people.filter(({ id }) => farewells.some((isMeant) => isMeant(id)));
}

/** Those whom a programme lists and the one before it did not, though they wanted to be forgotten. */
export function returning(
  before: { people: readonly Person[] } | undefined,
  after: { people: readonly Person[] },
  history: readonly ProgrammeEvent[],
): Person[] {
  const known = new Set(before?.people.map(({ id }) => id));
  return onceForgotten(
    after.people.filter(({ id }) => !known.has(id)),
    history,
  );
}
