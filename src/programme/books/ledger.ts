import type { ProgrammeEvent, Recorded } from '../events.js';
import type { ImportResult, Ledger, Origin } from '../ledger.js';
import type { Portfolio } from '../portfolio.js';
import type { Programme } from '../programme.js';
import type { StatusReport } from '../report.js';
import { StoreUnavailable, type Clock, type ProgrammeStore } from '../store.js';
import { Importing } from './importing.js';
import { Journal } from './journal.js';
import { Turns } from './turns.js';

/**
 * Opens the programme's books on a store and reads them whole. Rejects with StoreUnavailable when the store does not
 * answer. Any number of ledgers may be open on one store at a time.
 */
export async function openLedger(store: ProgrammeStore, clock: Clock): Promise<Ledger> {
  const ledger = new StoredLedger(store, clock);
  await ledger.refresh(clock.now());
  return ledger;
}

/** Events that one call of `record` wants in history. */
interface Request {
  events: readonly ProgrammeEvent[];
  now: Date;
  failure: unknown;
}

class StoredLedger implements Ledger {
  private readonly journal: Journal;
  /** Reading and writing take turns, so that every step starts from all that is known. */
  private readonly turns = new Turns();
  private readonly tidying = new Turns();
  private waiting: Request[] = [];
  private away = false;

  constructor(
    private readonly store: ProgrammeStore,
    private readonly clock: Clock,
  ) {
    this.journal = new Journal(store);
  }

  cutOff(): boolean {
    return this.away;
  }

  portfolio(): Portfolio | undefined {
    return this.journal.portfolio();
  }

  async record(events: readonly ProgrammeEvent[], now: Date): Promise<Recorded[]> {
    const request: Request = { events: plain(events), now, failure: null };
    this.waiting.push(request);
    await this.turns.take(() => this.recordWaiting());
    return request.events.map(({ id }) => {
      const recorded = this.journal.recorded(id);
      if (!recorded) throw request.failure;
      return recorded;
    });
  }

  async importProgramme(programme: Programme, reports: readonly StatusReport[], origin: Origin): Promise<ImportResult> {
    const importing = new Importing(this.journal, plain(programme), plain(reports), origin);
    await this.turns.take(async () => {
      await this.journal.catchUp(this.clock.now());
      await this.journal.append(() => importing.entries(), this.clock.now());
    });
    // It is imported whatever becomes of this; what stays behind is removed later.
    if (importing.replaces) await this.tidy(this.clock.now()).catch(unlessUnavailable);
    return importing.result();
  }

  get untidy(): boolean {
    return this.journal.untidy;
  }

  /** Beside reading and writing, because it may take long. */
  tidy(now: Date): Promise<void> {
    return this.tidying.take(async () => {
      await this.refresh(now);
      await this.journal.tidy(this.store, now);
    });
  }

  refresh(now: Date): Promise<void> {
    return this.turns.take(() => this.reached(() => this.journal.catchUp(now)));
  }

  /** Notes whether the store could be reached. */
  private async reached(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.away = false;
    } catch (error) {
      this.away = error instanceof StoreUnavailable;
      throw error;
    }
  }

  /** Writes at once what has gathered while the last write was under way. */
  private async recordWaiting(): Promise<void> {
    const requests = this.waiting;
    this.waiting = [];
    const latest = requests.reduce((now, request) => (request.now > now ? request.now : now), new Date(0));
    const entries = requests.flatMap(({ events }) => events.map((event) => ({ event })));
    try {
      await this.reached(() => this.journal.append(async () => entries, latest));
    } catch (failure) {
      for (const request of requests) request.failure = failure;
    }
  }
}

function unlessUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailable)) throw error;
}

/** What everybody who reads it back will see; later changes of the caller's object do not reach it. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
