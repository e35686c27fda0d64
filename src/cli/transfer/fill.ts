import pMap from 'p-map';
import { StoreConflict, type ProgrammeStore } from '../../programme/store.js';
import { Failure } from '../failure.js';
import { documentsOf } from './documents.js';
import { canonical, isHistory, Tally, type Counts, type Document } from './format.js';
import { documentsIn, type Foot } from './read.js';

/** Writes under way at once. */
const AT_ONCE = 8;
/** Marks a store that is being filled, so that a move that broke off can be taken up again with the same file. */
const MARK = { partition: 'transfer', id: 'import' };

/**
 * Fills an empty store with an examined file and compares all that is there afterwards. History comes last: until then
 * nobody takes the store for a programme. Returns what the store holds. Fails in plain words when it is not empty
 * (save by an earlier attempt with this file) or not equal.
 */
export async function fillFrom(path: string, { sha256 }: Foot, store: ProgrammeStore): Promise<Counts> {
  await claim(store, sha256);
  await pMap(select(path, false), (document) => keep(store, document), { concurrency: AT_ONCE });
  await pMap(select(path, true), (document) => keep(store, document), { concurrency: AT_ONCE });
  const tally = new Tally();
  for await (const document of documentsOf(store)) {
    if (document.partition !== MARK.partition) tally.add(document);
  }
  const found = tally.foot();
  if (found.sha256 !== sha256) throw new Failure('What the store holds now is not what the file holds. Do not use it.');
  await store.remove(MARK.partition, MARK.id);
  return found.counts;
}

async function claim(store: ProgrammeStore, sha256: string): Promise<void> {
  const mark = await store.get<{ sha256: string }>(MARK.partition, MARK.id);
  if (mark?.value.sha256 === sha256) return;
  if ((await store.partitions()).length > 0) {
    throw new Failure(
      'The store is not empty: a full import needs a new one. Name an empty folder with DATA_DIR, or another database ' +
        'with COSMOS_DATABASE. Nothing was changed.',
    );
  }
  await store.create(MARK.partition, MARK.id, { sha256 });
}

async function* select(path: string, history: boolean): AsyncGenerator<Document> {
  for await (const document of documentsIn(path)) if (isHistory(document.partition) === history) yield document;
}

async function keep(store: ProgrammeStore, { partition, id, value }: Document): Promise<void> {
  try {
    await store.create(partition, id, value);
  } catch (error) {
    if (!(error instanceof StoreConflict)) throw error;
    const there = await store.get(partition, id);
    if (canonical(there?.value) !== canonical(value)) throw error;
  }
}
