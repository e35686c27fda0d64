import { setTimeout as delay } from 'node:timers/promises';
import { StoreUnavailable } from '../../programme/store.js';
import { failureOf, retryAfterOf, type Failure } from './failures.js';

/** How long one operation may take. */
export interface Patience {
  /** One request, in milliseconds. */
  attemptMs: number;
  /** All attempts with the pauses between them, in milliseconds. */
  totalMs: number;
}
/** Within the ten seconds that a message's answer may take in Teams. */
export const PATIENCE: Patience = { attemptMs: 3_000, totalMs: 8_000 };

export interface Attempt {
  signal: AbortSignal;
  /** Whether an earlier attempt of this operation may have been carried out. */
  doubtful: boolean;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Carries out an operation, sending it again while the failure may pass and the patience lasts. What the operation itself
 * answers for a failure (`settle`, e.g. a conflict) is its result; else rejects with StoreUnavailable, or with the error itself
 * when it is our fault.
 */
export async function attempt<T>(
  work: (attempt: Attempt) => Promise<T>,
  settle: (failure: Failure, attempt: Attempt) => Promise<T> | undefined,
  patience: Patience,
): Promise<T> {
  const end = AbortSignal.timeout(patience.totalMs);
  const endsAt = performance.now() + patience.totalMs;
  let doubtful = false;
  for (let count = 0; ; count += 1) {
    const current = { signal: end, doubtful };
    try {
      return await work(current);
    } catch (error) {
      const failure = failureOf(error);
      const settled = settle(failure, current);
      if (settled) return settled;
      if (failure === 'fault') throw error;
      if (failure === 'refused') throw new StoreUnavailable('Cosmos DB refuses access', { cause: error });
      doubtful ||= failure === 'unknown';
      const pause = Math.max(retryAfterOf(error), jittered(count));
      if (end.aborted || performance.now() + pause > endsAt) {
        throw new StoreUnavailable('Cosmos DB does not answer', { cause: error });
      }
      await delay(pause);
    }
  }
}

/** Doubling pauses, each at random between half and whole, so that replicas do not come back all at once. */
function jittered(count: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** count) * (0.5 + Math.random() / 2);
}
