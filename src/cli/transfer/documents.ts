import type { ProgrammeStore } from '../../programme/store.js';
import { isHistory, type Document } from './format.js';

/** Documents read at once. */
const AT_ONCE = 200;

/**
 * Everything a store holds, in one order: history first, because what it refers to was written before it and is read
 * after it; so a bot that goes on working meanwhile cannot leave it incomplete.
 */
export async function* documentsOf(store: ProgrammeStore): AsyncGenerator<Document> {
  const partitions = await store.partitions();
  const history = partitions.filter(isHistory);
  for (const partition of [...history, ...partitions.filter((one) => !isHistory(one))]) {
    yield* documentsIn(store, partition);
  }
}

async function* documentsIn(store: ProgrammeStore, partition: string): AsyncGenerator<Document> {
  let after = '';
  for (;;) {
    const found = await store.list<Document['value']>(partition, { after, limit: AT_ONCE });
    for (const { id, value } of found) {
      after = id;
      yield { partition, id, value };
    }
    if (found.length < AT_ONCE) return;
  }
}
