/**
 * How far a message has come. `planned`: to be tried again from `notBefore` on; `sending`: somebody has claimed it, is
 * handing it to the platform, and nothing is known yet; `sent`, `failed`, `unreachable` are final. A claim of its own before
 * `sending` would cost one durable write more for each message and change nothing: both are sent again after a crash.
 */
export type EntryState = 'planned' | 'sending' | 'sent' | 'failed' | 'unreachable';

/** What the outbox keeps about one message, under its key. */
export interface OutboxEntry {
  key: string;
  state: EntryState;
  /** Times it was handed to the platform. */
  attempts: number;
  /** While sending: until when nobody else touches it, ISO 8601. After that whoever claimed it is taken for dead. */
  leaseUntil: string | null;
  /** Earliest next attempt, ISO 8601. */
  notBefore: string | null;
  /** The platform's id of the message, to update it by. */
  activity: string | null;
  /** Why it failed: a code, never a text. */
  reason: string | null;
  /** The last change, ISO 8601. */
  at: string;
}

/** How long a claim holds. Longer than a single attempt may take; shorter than anybody would wait for a digest. */
export const LEASE_MS = 2 * 60_000;
/**
 * Replicas' clocks may differ by minutes, so an instant in the book that has just passed proves nothing: only when it is
 * longer ago than this is a claim taken over by the clock alone.
 */
const CLOCKS_DIFFER_MS = 10 * 60_000;
/** After this many attempts a message is given up. */
export const MOST_ATTEMPTS = 24;

export function claimedEntry(key: string, now: Date, before: OutboxEntry | null): OutboxEntry {
  return {
    key,
    state: 'sending',
    attempts: (before?.attempts ?? 0) + 1,
    leaseUntil: leaseFrom(now),
    notBefore: null,
    activity: null,
    reason: null,
    at: now.toISOString(),
  };
}

export function leaseFrom(now: Date): string {
  return new Date(now.getTime() + LEASE_MS).toISOString();
}

/**
 * Whether a message may be taken up: it waits and its time has come, or whoever had it is dead: `watchedMs` is how long
 * the caller has seen the claim unchanged, by a clock of its own that nobody sets. One that died while
 * `sending` may have arrived; it is sent again all the same, because a digest that nobody gets is worse than one twice.
 */
export function isClaimable({ state, leaseUntil, notBefore }: OutboxEntry, now: Date, watchedMs: number): boolean {
  const passed = (instant: string | null, by = 0) => instant === null || Date.parse(instant) + by <= now.getTime();
  if (state === 'planned') return passed(notBefore);
  return state === 'sending' && (watchedMs >= LEASE_MS || passed(leaseUntil, CLOCKS_DIFFER_MS));
}
