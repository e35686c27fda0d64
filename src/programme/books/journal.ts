import type { Change, ProgrammeEvent, Recorded } from '../events.js';
import type { Portfolio } from '../portfolio.js';
import type { Programme } from '../programme.js';
import { StoreConflict, StoreUnavailable, type ProgrammeStore } from '../store.js';
import { emptyBooks, portfolioOf, type Books } from './books.js';
import { Erasing, isFinished, type PendingFarewell } from './erasing.js';
import { EventLog, type Entry, type Placed } from './event-log.js';
import { fold } from './fold.js';
import { PartMissing, Parts } from './parts.js';
import { References } from './references.js';
import { SharedList } from './shared-list.js';
import { fromLines, toLines } from './snapshot.js';

/** How often an append waits for a document that is there already but cannot be read yet. */
const PATIENCE = 20;

/** The stored history and the books made of it, kept in step. Not for concurrent use: its callers take turns. */
export class Journal {
  readonly parts: Parts;
  private readonly log: EventLog;
  private readonly erasing: Erasing;
  private readonly references = new References();
  private readonly pending = new Map<number, PendingFarewell>();
  private readonly known = new Map<string, Recorded>();
  /** Programmes that this process has stored itself, so that they need not be read back. */
  private readonly loaded = new WeakMap<readonly string[], Programme>();
  private current: Books = emptyBooks();
  private view: Portfolio | undefined;

  constructor(store: ProgrammeStore) {
    this.log = new EventLog(store);
    this.parts = new Parts(store);
    this.erasing = new Erasing(store, this.log, this.parts);
  }

  get books(): Books {
    return this.current;
  }

  portfolio(): Portfolio | undefined {
    return this.view;
  }

  /** The event of that id, if history holds it. */
  recorded(id: string): Recorded | undefined {
    return this.known.get(id);
  }

  /** Reads what others have appended. */
  async catchUp(now: Date): Promise<void> {
    for (let attempt = 1; await this.log.has(this.next); attempt += 1) {
      try {
        return await this.take(await this.log.readFrom(this.next), now);
      } catch (error) {
        // The programme read of was replaced and swept in the meantime; then history goes on by now.
        if (!(error instanceof PartMissing) || attempt === PATIENCE) throw error;
        await pause(attempt);
      }
    }
    this.freshen(now);
  }

  /** Whether the store holds what it need not: people who wanted to be forgotten, or programmes that were replaced. */
  get untidy(): boolean {
    return this.pending.size > 0 || this.references.stale;
  }

  /**
   * Removes that from the store. To be called when caught up; reading and appending may go on meanwhile. May be broken off
   * and done by several at a time.
   */
  async tidy(store: ProgrammeStore, now: Date): Promise<void> {
    const { used, replaced, swept } = this.references.now();
    const open: PendingFarewell[] = [];
    for (const pending of this.pending.values()) {
      const stored = (await this.log.entryAt(pending.page, pending.seq))?.event;
      if (stored && isFinished(stored)) this.settle(pending, stored);
      else open.push(pending);
    }
    const listed = new Set(this.current.programme?.people.map(({ id }) => id));
    for (const pending of open) await this.erasing.erase(pending, listed.has(pending.farewell.person));
    await this.parts.sweep(used, replaced, now);
    swept();
    await store.scrub();
    for (const pending of open) this.settle(pending, await this.erasing.finish(pending));
    if (open.length > 0) await store.scrub();
  }

  /**
   * Appends what `propose` wants to add to what is known by then, and asks again until nothing is left. Entries whose id
   * is in history already are left out: they were appended before, maybe by an attempt whose answer got lost.
   */
  async append(propose: () => Promise<readonly Entry[]>, now: Date): Promise<void> {
    for (let blocked = 0; blocked < PATIENCE;) {
      const entries = this.unknown(await propose());
      if (entries.length === 0) return;
      const seq = this.next;
      try {
        const count = await this.log.append(seq, entries);
        await this.take(
          entries.slice(0, count).map((entry, index) => ({ ...entry, seq: seq + index, page: seq })),
          now,
        );
      } catch (error) {
        if (!(error instanceof StoreConflict)) throw error;
        await this.catchUp(now);
      }
      if (this.next > seq) blocked = 0;
      else await pause((blocked += 1));
    }
    throw new StoreUnavailable('history has moved on but cannot be read');
  }

  /** Stores a programme's content; the ids stand for it in an entry. */
  async saveProgramme(programme: Programme): Promise<string[]> {
    const ids = await this.parts.save(toLines(programme));
    this.loaded.set(ids, programme);
    return ids;
  }

  private get next(): number {
    return this.current.history.length + 1;
  }

  private unknown(entries: readonly Entry[]): Entry[] {
    const ids = new Set<string>();
    return entries.filter(({ event: { id } }) => !this.known.has(id) && !ids.has(id) && ids.add(id));
  }

  /** Makes entries that follow directly on what is known part of the books. */
  private async take(placed: readonly Placed[], now: Date): Promise<void> {
    const events = await Promise.all(placed.map((entry) => this.completed(entry)));
    const latest = placed.findLast((entry) => entry.programme);
    const programme = latest?.programme && (await this.loadProgramme(latest.programme));
    let { current } = this;
    for (const event of events) {
      current = fold(current, event, event.seq === latest?.seq ? programme : undefined);
    }
    this.current = current;
    this.view = portfolioOf(current, now.toISOString());
    // Whoever is forgotten is so in earlier events, too.
    const changed = events.some(({ type }) => type === 'person.forgotten') ? current.history.toArray() : events;
    for (const event of changed) this.known.set(event.id, event);
    for (const entry of placed) this.note(entry);
  }

  private note({ seq, page, event, programme, changes }: Placed): void {
    this.references.note(programme, changes);
    if (event.type === 'person.forgotten' && event.data.person !== '')
      this.pending.set(seq, { seq, page, farewell: event.data });
  }

  /** The store names somebody no longer; memory follows. */
  private settle({ seq }: PendingFarewell, stored: ProgrammeEvent): void {
    const settled = recorded(stored, seq);
    const history = [...this.current.history.toArray()];
    const before = history[seq - 1];
    history[seq - 1] = settled;
    if (before) this.known.delete(before.id);
    this.known.set(settled.id, settled);
    this.current = { ...this.current, history: SharedList.of(history) };
    if (this.view) this.view = portfolioOf(this.current, this.view.knownAt);
    this.pending.delete(seq);
  }

  private async loadProgramme(ids: readonly string[]): Promise<Programme> {
    return this.loaded.get(ids) ?? fromLines(await this.parts.load(ids));
  }

  private async completed({ seq, event, changes }: Placed): Promise<Recorded> {
    if (!changes || event.type !== 'programme.imported') return recorded(event, seq);
    const lines = await this.parts.load(changes);
    const data = { ...event.data, changes: lines.map((line) => JSON.parse(line) as Change) };
    return recorded({ ...event, data }, seq);
  }

  private freshen(now: Date): void {
    if (this.view) this.view.knownAt = now.toISOString();
  }
}

/** Field by field: an object made by spreading another gets a shape of its own in V8, which takes twice as much room as the event. */
function recorded({ id, type, at, by, why, data }: ProgrammeEvent, seq: number): Recorded {
  return { id, type, at, by, why, data, seq } as Recorded;
}

function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50 * attempt));
}
