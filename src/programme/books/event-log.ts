import type { ProgrammeEvent } from '../events.js';
import { StoreConflict, StoreUnavailable, type ProgrammeStore, type Stored } from '../store.js';

/** An event as it is stored; large content of an import lies beside it in parts (see `Parts`). */
export interface Entry {
  event: ProgrammeEvent;
  /** Ids of the parts that hold the imported programme. */
  programme?: string[];
  /** Ids of the parts that hold the import's changes, where they are too many to stand in the event. */
  changes?: string[];
}
/** An entry with its place in history; `page`: the `seq` of the first entry in its document. */
export type Placed = Entry & { seq: number; page: number };

/** What is appended together: one document, whose id is the `seq` of its first entry. */
interface Page {
  entries: Entry[];
}

/** Documents of one partition. A partition of Cosmos DB may hold 20 GB and serve 10,000 RU/s; this is far below. */
const BUCKET = 10_000;
/** Documents read by one query. */
const AT_ONCE = 500;
/** Characters of JSON in one document: below 1 MB in UTF-8, Cosmos DB takes 2 MB. */
const PAGE_SIZE = 250_000;

/**
 * History as documents that are only ever created, and rewritten only where somebody is to be forgotten. Whoever appends
 * creates the document of the next `seq`; of several that try exactly one succeeds and the others read on first. So there
 * is one order without gaps, however many write.
 */
export class EventLog {
  constructor(private readonly store: ProgrammeStore) {}

  /**
   * Appends as many of the entries (at least one) as fit into one document at `seq`, which must follow the last one, and
   * returns how many. Rejects with StoreConflict when something is there already.
   */
  async append(seq: number, entries: readonly Entry[]): Promise<number> {
    const page: Page = { entries: fitting(entries) };
    await this.store.create(bucketOf(seq), idOf(seq), page);
    return page.entries.length;
  }

  /** Whether there is an entry at `seq`, the one after the last one known: the cheapest question there is. */
  async has(seq: number): Promise<boolean> {
    return (await this.store.get(bucketOf(seq), idOf(seq))) !== undefined;
  }

  /** Everything from `seq` on, in order and without gaps. */
  async readFrom(seq: number): Promise<Placed[]> {
    const found: Placed[] = [];
    for (let next = seq; ; next = seq + found.length) {
      const bucket = bucketOf(next);
      const pages = await this.store.list<Page>(bucket, { after: idOf(next - 1), limit: AT_ONCE });
      for (const { id, value } of pages) {
        // A page beyond a gap is one whose predecessors this read did not see yet.
        if (id !== idOf(seq + found.length)) return found;
        const page = seq + found.length;
        for (const [index, entry] of value.entries.entries()) found.push({ ...entry, seq: page + index, page });
      }
      if (pages.length < AT_ONCE && bucketOf(seq + found.length) === bucket) return found;
    }
  }

  /** The entry at `seq` of the document that begins with `page`. */
  async entryAt(page: number, seq: number): Promise<Entry | undefined> {
    return (await this.store.get<Page>(bucketOf(page), idOf(page)))?.value.entries[seq - page];
  }

  /**
   * Changes entries where they stand, from the document that begins with `from` to the one that holds `to`. May be broken off
   * and called again, by several at a time. Rejects with StoreUnavailable where history cannot be read without gaps.
   */
  async rewrite(from: number, to: number, change: Change): Promise<void> {
    for (let next = from; next <= to;) {
      const bucket = bucketOf(next);
      const pages = await this.store.list<Page>(bucket, { after: idOf(next - 1), limit: AT_ONCE });
      if (pages.length === 0) throw new StoreUnavailable('history cannot be read whole');
      for (const page of pages) {
        if (next > to) return;
        if (page.id !== idOf(next)) throw new StoreUnavailable('history cannot be read whole');
        await this.rewritePage(bucket, page, next, change);
        next += page.value.entries.length;
      }
    }
  }

  private async rewritePage(bucket: string, page: Stored<Page>, first: number, change: Change): Promise<void> {
    for (let found: Stored<Page> | undefined = page; found;) {
      const { entries } = found.value;
      const changed = entries.map((entry, index) => change(entry, first + index));
      if (changed.every((entry, index) => entry === entries[index])) return;
      try {
        await this.store.replace<Page>(bucket, found.id, { ...found.value, entries: changed }, found.version);
        return;
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
        found = await this.store.get<Page>(bucket, found.id);
      }
    }
  }
}

/** What of a page is to change: the entry that takes an entry's place, or the same object. */
type Change = (entry: Entry, seq: number) => Entry;

function fitting(entries: readonly Entry[]): Entry[] {
  let size = 0;
  const beyond = entries.findIndex((entry) => (size += JSON.stringify(entry).length) > PAGE_SIZE);
  return beyond === -1 ? [...entries] : entries.slice(0, Math.max(1, beyond));
}

function bucketOf(seq: number): string {
  return `log-${String(Math.floor(seq / BUCKET)).padStart(6, '0')}`;
}

function idOf(seq: number): string {
  return String(seq).padStart(10, '0');
}
