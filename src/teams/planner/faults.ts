import { DateTime } from 'luxon';
import type { Programme } from '../../programme/programme.js';
import type { KnownWords } from './words.js';

type Noun = 'project' | 'department' | 'division' | 'actionField' | 'targetGroup' | 'goal';

/** Collects what a question names that is not there; written for the model, which may try once more. */
export class Faults {
  readonly list: string[] = [];
  readonly #ids: Record<Noun, ReadonlySet<string>>;

  constructor(
    private readonly programme: Programme,
    private readonly words: KnownWords,
  ) {
    const ids = (nouns: readonly { id: string }[]): Set<string> => new Set(nouns.map(({ id }) => id));
    this.#ids = {
      project: ids(programme.projects),
      department: ids(programme.departments),
      division: ids(programme.divisions),
      actionField: ids(programme.actionFields),
      targetGroup: ids(programme.targetGroups),
      goal: ids(programme.goals),
    };
  }

  add(fault: string): void {
    this.list.push(fault);
  }

  unlessKnown(noun: Noun, id: string): void {
    if (!this.#ids[noun].has(id)) this.add(`There is no ${noun} with the id ${JSON.stringify(id)}.`);
  }

  unlessDay(day: string): void {
    if (!DateTime.fromISO(day, { zone: 'utc' }).isValid) this.add(`${JSON.stringify(day)} is no day.`);
  }

  unlessWords(kind: keyof KnownWords, words: readonly string[]): void {
    if (!this.words[kind](words)) {
      this.add(`"${kind}" may hold only few words, which the employee said or which stand in the programme.`);
    }
  }

  /** The departments of a division, which must exist and have some. */
  departmentsOf(division: string): string[] {
    this.unlessKnown('division', division);
    return this.programme.departments.filter((one) => one.division === division).map(({ id }) => id);
  }
}
