import type { Filters } from '../question.js';
import type { Environment } from './environment.js';
import { ownProjects } from './self.js';
import { has, type Sentence } from './sentence.js';

/** Conditions on who leads or stands in. */
export function readPeople(
  sentence: Sentence,
  { asker }: Environment,
  filters: Filters,
  denied: ReadonlySet<number>,
): void {
  const role: 'lead' | 'deputy' = has(sentence, 'field.deputies') ? 'deputy' : 'lead';
  const own = asker.person === null ? null : ownProjects(sentence);
  for (const isDenied of [false, true]) {
    const persons = sentence.things
      .filter((thing) => thing.noun === 'person' && denied.has(thing.from) === isDenied)
      .flatMap((thing) => thing.ids);
    if (own !== null && asker.person !== null && denied.has(own) === isDenied) persons.push(asker.person);
    if (persons.length === 0) continue;
    const people = { persons: [...new Set(persons)], role };
    if (isDenied) filters.not = { ...filters.not, people };
    else filters.people = people;
  }
}
