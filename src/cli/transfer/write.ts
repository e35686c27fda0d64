import type { ProgrammeStore } from '../../programme/store.js';
import { Failure } from '../failure.js';
import { documentsOf } from './documents.js';
import { FORMAT, isHistory, Tally, type Counts, type Document } from './format.js';

/**
 * Hands out the whole store line by line (with line ends) and returns what it counted. `at`: ISO 8601. Fails in plain words
 * where another programme was imported meanwhile, so that the one history speaks of is gone.
 */
export async function writeAll(
  store: ProgrammeStore,
  at: string,
  write: (text: string) => Promise<void>,
): Promise<Counts> {
  const tally = new Tally();
  await write(`${JSON.stringify({ format: FORMAT, at })}\n`);
  const needed = new Needed();
  for await (const document of documentsOf(store)) {
    needed.note(document);
    await write(tally.add(document));
  }
  if (needed.isMissing())
    throw new Failure('A programme was imported while this was written. Stop Lotse and try again.');
  await write(`${JSON.stringify(tally.foot())}\n`);
  return tally.counts;
}

/** The parts that the history written first refers to. */
class Needed {
  #programme: readonly string[] = [];
  readonly #changes = new Set<string>();
  readonly #found = new Set<string>();

  note({ partition, id, value }: Document): void {
    if (partition === 'parts') this.#found.add(id);
    if (!isHistory(partition)) return;
    const { entries = [] } = value as { entries?: { programme?: string[]; changes?: string[] }[] };
    for (const { programme, changes = [] } of entries) {
      this.#programme = programme ?? this.#programme;
      for (const one of changes) this.#changes.add(one);
    }
  }

  isMissing(): boolean {
    return [...this.#programme, ...this.#changes].some((id) => !this.#found.has(id));
  }
}
