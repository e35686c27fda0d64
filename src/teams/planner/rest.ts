import type { Failure } from './failure.js';

const MINUTE = 60_000;
/** A key or a deployment is put right by an operator, who need not wait long to see it work. */
const NOT_ALLOWED_MS = 5 * MINUTE;
const TOO_MANY_MS = MINUTE / 2;
const LONGEST_MS = 15 * MINUTE;
/** So many outages in a row, and people are no longer made to wait for the next. */
const OUTAGES = 3;
const OUTAGE_MS = MINUTE;

/** Leaves a service alone that asked for it or does not work, so that nobody waits for what will not come. */
export class Rest {
  #until = 0;
  #outages = 0;

  isOn(now: Date): boolean {
    return now.getTime() < this.#until;
  }

  worked(): void {
    this.#outages = 0;
  }

  /** Gives how long the service is left alone from now on, in milliseconds. */
  failed(failure: Failure, now: Date): number {
    const rest = Math.min(this.#restAfter(failure), LONGEST_MS);
    this.#until = Math.max(this.#until, now.getTime() + rest);
    return rest;
  }

  #restAfter({ reason, retryAfterMs }: Failure): number {
    if (reason === 'rejected') return 0;
    if (reason === 'not-allowed') return NOT_ALLOWED_MS;
    if (reason === 'too-many') return retryAfterMs ?? TOO_MANY_MS;
    this.#outages += 1;
    const own = this.#outages >= OUTAGES ? OUTAGE_MS : 0;
    return Math.max(retryAfterMs ?? 0, own);
  }
}
