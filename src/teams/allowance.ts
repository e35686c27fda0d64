import { LRUCache } from 'lru-cache';
import type { Clock } from '../programme/store.js';

/** How much one sender may do: `burst` turns at once, and `perMinute` again each minute. */
export interface Rate {
  burst: number;
  perMinute: number;
}
/** Nobody types or presses as much; a script that floods is stopped within a second. */
export const FOR_PEOPLE: Rate = { burst: 60, perMinute: 60 };

const MINUTE_MS = 60_000;
/** More senders at once than a city administration has; the one who was quiet longest is forgotten first. */
const SENDERS = 10_000;

interface Bucket {
  left: number;
  /** When `left` was reckoned, milliseconds. */
  at: number;
  /** When it was last said that it is too much, milliseconds. */
  told: number;
}

/**
 * Keeps a single sender from taking all the time there is (a token bucket each, in this process's memory). It goes by
 * the given clock, which the limiters on offer do not.
 */
export class Allowance {
  readonly #buckets = new LRUCache<string, Bucket>({ max: SENDERS });

  constructor(
    private readonly rate: Rate,
    private readonly clock: Clock,
  ) {}

  /** Whether a sender may do one thing more; if not, whether that is to be said, which it is once a minute. */
  take(sender: string): 'yes' | 'say-no' | 'no' {
    const now = this.clock.now().getTime();
    const before = this.#buckets.get(sender) ?? { left: this.rate.burst, at: now, told: -Infinity };
    // A clock that was set back gives nothing, and takes nothing.
    const gained = (Math.max(0, now - before.at) / MINUTE_MS) * this.rate.perMinute;
    const bucket = { ...before, left: Math.min(this.rate.burst, before.left + gained), at: now };
    this.#buckets.set(sender, bucket);
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return 'yes';
    }
    if (Math.abs(now - bucket.told) < MINUTE_MS) return 'no';
    bucket.told = now;
    return 'say-no';
  }
}
