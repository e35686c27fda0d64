import { type Log, trace } from '../programme/log.js';
import { unlessConflict, type ProgrammeStore } from '../programme/store.js';
import type { Occasion } from './due.js';

const PARTITION = 'jobs';
const STARTED = 'scheduler';
const TICK_MS = 30_000;

/** Which occasions are behind us, remembered in the store: all replicas see the same, and a restart forgets nothing. */
export class Occasions {
  constructor(private readonly store: ProgrammeStore) {}

  /** Those that are neither done nor from before Lotse first ran here (nobody wants to be asked about last week then). */
  async open(occasions: readonly Occasion[], now: Date): Promise<Occasion[]> {
    const since = await this.#since(now);
    const open: Occasion[] = [];
    for (const occasion of occasions) {
      if (occasion.at >= since && !(await this.store.get(PARTITION, occasion.id))) open.push(occasion);
    }
    return open;
  }

  async done({ id, at }: Occasion): Promise<void> {
    await unlessConflict(this.store.create(PARTITION, id, { at: at.toISOString() }));
  }

  /** When the scheduler first ran on this store; a clock that was set back starts anew. */
  async #since(now: Date): Promise<Date> {
    const stored = await this.store.get<{ since: string }>(PARTITION, STARTED);
    const since = stored ? new Date(stored.value.since) : null;
    if (since && since <= now) return since;
    const value = { since: now.toISOString() };
    await unlessConflict(
      stored
        ? this.store.replace(PARTITION, STARTED, value, stored.version)
        : this.store.create(PARTITION, STARTED, value),
    );
    return now;
  }
}

/** Calls `tick` every half minute, one at a time, until stopped. A tick that fails is told to operators and tried again. */
export class Scheduler {
  #stop = new AbortController();
  #nap = new AbortController();
  #running: Promise<void> | null = null;

  constructor(
    private readonly tick: () => Promise<void>,
    private readonly log: Log,
  ) {}

  start(): void {
    if (this.#running) return;
    this.#stop = new AbortController();
    this.#running = this.#loop(this.#stop.signal);
  }

  /** Looks now instead of after the half minute. */
  wake(): void {
    this.#nap.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#running = null;
  }

  async #loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#nap = new AbortController();
      try {
        await this.tick();
      } catch (error) {
        this.log.error(trace(error), 'what is due could not be done');
      }
      await pause(TICK_MS, AbortSignal.any([signal, this.#nap.signal]));
    }
  }
}

/** Waits, but not for somebody who wants to stop, and without keeping the process alive. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms).unref();
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done);
  });
}
