import type { Delivery } from '../programme/messenger.js';

/** What follows from the outcome of one attempt. */
export type NextStep =
  | { kind: 'sent'; activity: string }
  /** Try again after `waitMs`. */
  | { kind: 'retry'; waitMs: number; reason: string }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'failed'; reason: string }
  /** Nothing can be sent to anybody. */
  | { kind: 'stop' };

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * PLATFORM.md: a passing fault is tried again after the time the platform names, else after a growing one; scattered, so
 * that many do not come back at once. What was refused, blocked or is gone is not tried again. `attempts` counts from 1;
 * `random` is in 0…1.
 */
export function nextStep(delivery: Delivery, attempts: number, random: number): NextStep {
  switch (delivery.outcome) {
    case 'sent':
      return { kind: 'sent', activity: delivery.activity };
    case 'unreachable':
      return { kind: 'unreachable', reason: delivery.reason };
    case 'disabled':
      return { kind: 'stop' };
    case 'refused':
      return { kind: 'failed', reason: `status-${delivery.status}` };
    case 'later':
      return { kind: 'retry', waitMs: waitMs(delivery.retryAfterMs, attempts, random), reason: 'later' };
    case 'unknown':
      return { kind: 'retry', waitMs: waitMs(null, attempts, random), reason: 'unknown' };
  }
}

/** What the platform asks for is the least; scatter is only added to it. */
function waitMs(asked: number | null, attempts: number, random: number): number {
  if (asked !== null) return Math.round(asked * (1 + random / 10));
  const growing = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return Math.round(growing * (0.5 + random / 2));
}
