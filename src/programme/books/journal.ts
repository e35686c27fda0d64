import type { Change, ProgrammeEvent, Recorded } from '../events.js';
import type { Portfolio } from '../portfolio.js';
import type { Programme } from '../programme.js';
import { StoreConflict, StoreUnavailable, type ProgrammeStore } from '../store.js';
import { emptyBooks, portfolioOf, type Books } from './books.js';
import { EventLog, type Entry, type Placed } from './event-log.js';
import { fold } from './fold.js';
import { Parts } from './parts.js';
import { fromLines, toLines } from './snapshot.js';

/** How often an append waits for a document that is there already but cannot be read yet. */
const PATIENCE = 20;

/** The stored history and the books made of it, kept in step. Not for concurrent use: its callers take turns. */
export class Journal {
  readonly parts: Parts;
  private readonly log: EventLog;
  private readonly known = new Map<string, Recorded>();
  /** Programmes that this process has stored itself, so that they need not be read back. */
  private readonly loaded = new WeakMap<readonly string[], Programme>();
  private current: Books = emptyBooks();
  private view: Portfolio | undefined;

  constructor(store: ProgrammeStore) {
    this.log = new EventLog(store);
    this.parts = new Parts(store);
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
    if (await this.log.has(this.next)) await this.take(await this.log.readFrom(this.next), now);
    else this.freshen(now);
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
          entries.slice(0, count).map((entry, index) => ({ ...entry, seq: seq + index })),
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
    for (const event of events) this.known.set(event.id, event);
    this.current = current;
    this.view = portfolioOf(current, now.toISOString());
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
