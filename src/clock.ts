import type { Clock } from './programme/store.js';

/** The real time; with `startAt` a time that starts there now and runs on from it. */
export function startClock(startAt: Date | null): Clock {
  const offset = startAt ? startAt.getTime() - Date.now() : 0;
  return { now: () => new Date(Date.now() + offset) };
}
