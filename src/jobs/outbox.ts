import { LRUCache } from 'lru-cache';
import { outboxOf } from '../programme/outbox-place.js';
import { storeKey } from '../programme/store-key.js';
import { StoreConflict, type Clock, type ProgrammeStore, type Stored } from '../programme/store.js';
import { claimedEntry, isClaimable, leaseFrom, type OutboxEntry } from './outbox-entry.js';

/** A message somebody has taken up and nobody else may touch until the lease ends. */
export interface Claim {
  partition: string;
  id: string;
  entry: OutboxEntry;
  version: string;
  /** So many milliseconds each note about it may wait for others. */
  waitMs: number;
}

/** The book of what was sent, in the store: a message is claimed before it is sent and noted after. */
export class Outbox {
  /** Claims of others, and since when this process has seen them unchanged (in its own milliseconds). */
  readonly #watched = new LRUCache<string, { version: string; since: number }>({ max: 10_000 });

  constructor(
    private readonly store: ProgrammeStore,
    private readonly clock: Clock,
    /** Milliseconds that nobody sets and that only go up. */
    private readonly elapsed: () => number,
  ) {}

  /** Takes a message up, or tells how it stands where somebody else has it or it is settled; see `Claim.waitMs`. */
  async claim(week: string, key: string, waitMs = 0): Promise<Claim | OutboxEntry> {
    const [partition, id] = [outboxOf(week), storeKey(key)];
    const now = this.clock.now();
    try {
      const stored = await this.store.get<OutboxEntry>(partition, id);
      if (stored && !isClaimable(stored.value, now, this.#watch(stored))) return stored.value;
      const entry = claimedEntry(key, now, stored?.value ?? null);
      const version = stored
        ? await this.store.replace(partition, id, entry, stored.version, { waitMs })
        : await this.store.create(partition, id, entry, { waitMs });
      return { partition, id, entry, version, waitMs };
    } catch (error) {
      if (!(error instanceof StoreConflict)) throw error;
      const taken = await this.store.get<OutboxEntry>(partition, id);
      return taken?.value ?? claimedEntry(key, now, null);
    }
  }

  /** Notes one more attempt and holds the claim longer. Rejects with StoreConflict when it was lost. */
  again(claim: Claim): Promise<Claim> {
    const { attempts } = claim.entry;
    return this.#write(claim, { attempts: attempts + 1, leaseUntil: leaseFrom(this.clock.now()) });
  }

  /** Holds the claim longer. Rejects with StoreConflict when it was lost. */
  hold(claim: Claim): Promise<Claim> {
    return this.#write(claim, { leaseUntil: leaseFrom(this.clock.now()) });
  }

  /** Notes that the message stands in Teams, under the platform's id for it. */
  sent(claim: Claim, activity: string): Promise<Claim> {
    return this.#write(claim, { state: 'sent', activity, leaseUntil: null });
  }

  /** Gives the message back, to be tried again later. */
  postpone(claim: Claim, waitMs: number, reason: string): Promise<Claim> {
    const notBefore = new Date(this.clock.now().getTime() + waitMs).toISOString();
    return this.#write(claim, { state: 'planned', notBefore, reason, leaseUntil: null });
  }

  /** Notes that the message will never be sent, and why (a code). */
  giveUp(claim: Claim, state: 'failed' | 'unreachable', reason: string): Promise<Claim> {
    return this.#write(claim, { state, reason, leaseUntil: null });
  }

  /** For how many milliseconds an entry has not changed, as far as this process has looked. */
  #watch({ id, version }: Stored<OutboxEntry>): number {
    const known = this.#watched.get(id);
    if (known?.version === version) return this.elapsed() - known.since;
    this.#watched.set(id, { version, since: this.elapsed() });
    return 0;
  }

  async #write(claim: Claim, change: Partial<OutboxEntry>): Promise<Claim> {
    const entry = { ...claim.entry, ...change, at: this.clock.now().toISOString() };
    const { partition, id, waitMs } = claim;
    const version = await this.store.replace(partition, id, entry, claim.version, { waitMs });
    return { ...claim, entry, version };
  }
}

/** Whether `claim` took the message up, not only told how it stands. */
export function isClaim(found: Claim | OutboxEntry): found is Claim {
  return 'version' in found;
}
