import { addWeeks } from '../programme/calendar.js';
import { isFirstOfMonth } from '../programme/policies/due.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { unlessConflict, type ProgrammeStore } from '../programme/store.js';
import { composeDigest } from './compose.js';
import type { Digest } from './digest.js';
import { digestInstant } from './week.js';

const PARTITION = 'digests';

/** The digest of a week as it went out; undefined while none has. */
export async function keptEdition(store: ProgrammeStore, week: string): Promise<Digest | undefined> {
  return (await store.get<Digest>(PARTITION, week))?.value;
}

/**
 * The digest of a week, composed once and never changed afterwards: whoever comes first keeps it, everybody else, other
 * replicas and repeated runs included, gets the same.
 */
export async function editionOf(store: ProgrammeStore, week: string, compose: () => Digest): Promise<Digest> {
  const kept = await keptEdition(store, week);
  if (kept) return kept;
  const digest = compose();
  if (await unlessConflict(store.create(PARTITION, week, digest))) return digest;
  return (await keptEdition(store, week)) ?? digest;
}

/** The digest as it would go out now, or went out if it has: `week` as reported, changes since the last posted one. */
export function composeCurrent(portfolio: Portfolio, week: string, at: Date, schedule: Schedule): Digest {
  return composeDigest(portfolio, { week, at, schedule, previous: previousDigest(portfolio, week) });
}

/** The last digest posted anywhere about an earlier week. */
export function previousDigest({ history }: Portfolio, week: string): { week: string; at: string } | null {
  const posted = history.findLast((event) => event.type === 'digest.posted' && event.data.week < week);
  return posted?.type === 'digest.posted' ? { week: posted.data.week, at: posted.at } : null;
}

/** The digest a monthly reader had before that of a week: a month's first, whether it was posted in a channel or not. */
export function previousMonthly(
  { history, programme }: Portfolio,
  week: string,
  schedule: Schedule,
): Digest['previous'] {
  let before = addWeeks(week, -1);
  while (!isFirstOfMonth(before)) before = addWeeks(before, -1);
  const posted = history.findLast((event) => event.type === 'digest.posted' && event.data.week === before);
  return { week: before, at: posted?.at ?? digestInstant(before, schedule, programme).toISOString() };
}
