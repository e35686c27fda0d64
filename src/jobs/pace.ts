/** At most `count` in any `ms` milliseconds. */
export interface Allowance {
  count: number;
  ms: number;
}

/** Per bot and conversation (Teams: "rate limiting", send to conversation). */
export const THREAD_ALLOWANCES: readonly Allowance[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
];

/**
 * Per app and tenant the platform takes 50 a second. Sends are spaced evenly a little below that: a burst would reach the
 * platform stretched or squeezed by the network, and a squeezed one would be refused.
 */
export const APP_SPACING_MS = 1_000 / 48.5;

/** Time and waiting as sends need them; milliseconds. */
export interface Ticker {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** Lets calls through at even distances, in the order they came. A pause lets everybody wait, e.g. after a 429. */
export class Spacing {
  #next = -Infinity;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly gapMs: number,
    private readonly ticker: Ticker,
  ) {}

  take(): Promise<void> {
    return (this.#queue = this.#queue.then(() => this.#turn()));
  }

  pause(ms: number): void {
    this.#next = Math.max(this.#next, this.ticker.now() + ms);
  }

  /** Whoever is late makes up for one gap at most: a stall (a slow disk, a busy machine) never becomes a burst. */
  async #turn(): Promise<void> {
    for (let now = this.ticker.now(); now < this.#next; now = this.ticker.now()) {
      await this.ticker.sleep(this.#next - now);
    }
    this.#next = Math.max(this.#next, this.ticker.now() - this.gapMs) + this.gapMs;
  }
}

/** Keeps several allowances at once for one conversation. */
export class Windows {
  #taken: number[] = [];

  constructor(
    private readonly allowances: readonly Allowance[],
    private readonly ticker: Ticker,
  ) {}

  async take(): Promise<void> {
    const now = this.ticker.now();
    const at = this.allowances.reduce((latest, { count, ms }) => {
      const blocking = this.#taken.at(-count);
      return blocking === undefined ? latest : Math.max(latest, blocking + ms);
    }, now);
    const most = Math.max(...this.allowances.map(({ count }) => count));
    this.#taken = [...this.#taken.slice(-most), at];
    if (at > now) await this.ticker.sleep(at - now);
  }
}
