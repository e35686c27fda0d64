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

/** Per app and tenant the platform takes so many a second. */
export const APP_ALLOWANCE: Allowance = { count: 50, ms: 1_000 };
/** Sends are spaced evenly, a little closer than that: `Quota` alone keeps the number, and what a stall has cost is made up for. */
export const APP_SPACING_MS = 1_000 / 53;
/** After a stall (a slow disk, a busy machine) so many are made up for at once; `Quota` keeps them from being too many. */
const MADE_UP_FOR = 16;

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
    private readonly madeUpFor = MADE_UP_FOR,
  ) {}

  take(): Promise<void> {
    return (this.#queue = this.#queue.then(() => this.#turn()));
  }

  pause(ms: number): void {
    this.#next = Math.max(this.#next, this.ticker.now() + ms);
  }

  /** Whoever is late makes up for a few gaps at most: a stall never becomes a burst. */
  async #turn(): Promise<void> {
    for (let now = this.ticker.now(); now < this.#next; now = this.ticker.now()) {
      await this.ticker.sleep(this.#next - now);
    }
    this.#next = Math.max(this.#next, this.ticker.now() - this.madeUpFor * this.gapMs) + this.gapMs;
  }
}

/** A call of a quota; `answered` settles once its answer is there. */
interface Call {
  answered: Promise<number>;
}

/**
 * Keeps an allowance as the other side counts it, however long calls travel and in whatever bunches they arrive: a call is
 * counted somewhere between its start and its answer, so the next beyond the allowance starts only when the answer of the
 * one that makes room for it is as old as the allowance asks. Costs as much of the rate as answers take of its time.
 */
export class Quota {
  #calls: Call[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly allowance: Allowance,
    private readonly ticker: Ticker,
  ) {}

  /** Waits for room; what it gives is to be called when the answer is there, whatever it is. */
  take(): Promise<() => void> {
    const mine = this.#queue.then(() => this.#turn());
    this.#queue = mine;
    return mine;
  }

  async #turn(): Promise<() => void> {
    const { count, ms } = this.allowance;
    const room = this.#calls.at(-count);
    if (room) {
      const free = (await room.answered) + ms;
      for (let now = this.ticker.now(); now < free; now = this.ticker.now()) await this.ticker.sleep(free - now);
    }
    let settle: (at: number) => void = () => undefined;
    const answered = new Promise<number>((resolve) => (settle = resolve));
    this.#calls = [...this.#calls.slice(1 - count), { answered }];
    return () => settle(this.ticker.now());
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
