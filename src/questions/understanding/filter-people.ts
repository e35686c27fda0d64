import type { Filters } from '../question.js';
import { has, type Sentence } from './sentence.js';

/** Conditions on who leads or stands in. */
export function readPeople(sentence: Sentence, filters: Filters, denied: ReadonlySet<number>): void {
  const role: 'lead' | 'deputy' = has(sentence, 'field.deputies') ? 'deputy' : 'lead';
  for (const isDenied of [false, true]) {
    const persons = sentence.things
      .filter((thing) => thing.noun === 'person' && denied.has(thing.from) === isDenied)
      .flatMap((thing) => thing.ids);
    if (persons.length === 0) continue;
    const people = { persons: [...new Set(persons)], role };
    if (isDenied) filters.not = { ...filters.not, people };
    else filters.people = people;
  }
}
