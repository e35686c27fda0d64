import { createHash, randomUUID } from 'node:crypto';

/**
 * Who wanted to be forgotten. `person` (an id) stands there only until the store holds it nowhere else; then it is empty.
 * `mark` stays: it tells of a given id whether it was theirs, and cannot be turned back into one.
 */
export interface Farewell {
  person: string;
  /** `<salt>.<SHA-256 of salt and id, hexadecimal>`; absent in what early versions wrote. */
  mark?: string;
}

/** The farewell to a person of the programme. */
export function farewellTo(person: string): Required<Farewell> {
  const salt = randomUUID();
  return { person, mark: markOf(salt, person) };
}

/** The same farewell, when nothing else of the person is left. */
export function finished(farewell: Farewell): Required<Farewell> {
  return { person: '', mark: farewell.mark ?? farewellTo(farewell.person).mark };
}

/** Whether an id is that of the person the farewell is for; an id asked for again costs nothing. */
export function meant({ person, mark }: Farewell): (id: string | null) => boolean {
  if (person !== '') return (id) => id === person;
  const salt = mark?.split('.')[0] ?? '';
  const asked = new Map<string, boolean>();
  return (id) => {
    if (!id || !mark) return false;
    const known = asked.get(id) ?? markOf(salt, id) === mark;
    asked.set(id, known);
    return known;
  };
}

function markOf(salt: string, person: string): string {
  return `${salt}.${createHash('sha256').update(`${salt}\n${person}`).digest('hex')}`;
}
