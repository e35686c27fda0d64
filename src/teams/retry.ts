import type { RetryStrategy } from '@azure/core-rest-pipeline';

/** Where the platform says that the call had no effect and may be made again; no other code may. */
const PASSING = new Set([412, 429, 502, 503, 504]);
/** A turn is waited for; what takes longer than this is told as a failure instead. */
const LONGEST_WAIT_MS = 4_000;

/** Whether a call that ended with this status may be made again (Teams: "rate limiting and best practices for bots"). */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

/** The wait the platform asks for, in milliseconds, or null. `Retry-After` is seconds or an HTTP date. */
export function retryAfterMs(header: string | undefined, now: Date): number | null {
  if (!header) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now.getTime());
}

/** Repeats replies within a turn: what the platform allows, after the time it asks for or a growing, scattered one. */
export const retryReplies: RetryStrategy = {
  name: 'retryReplies',
  retry({ retryCount, response }) {
    if (!response || !isPassing(response.status)) return { skipStrategy: true };
    const asked = retryAfterMs(response.headers.get('retry-after'), new Date());
    const wait = asked ?? 300 * 2 ** retryCount * (0.5 + Math.random());
    return wait > LONGEST_WAIT_MS ? { skipStrategy: true } : { retryAfterInMs: wait };
  },
};
