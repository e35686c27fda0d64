import { addWeeks, mondayOf } from '../programme/calendar.js';
import { outboxOf } from '../programme/outbox-place.js';
import type { ProgrammeStore, Stored } from '../programme/store.js';
import { DRAFTS, type Draft } from '../reporting/draft.js';

/** What was sent to whom is kept for so many weeks: long enough to tell nobody anything twice, and no longer. */
export const OUTBOX_WEEKS = 13;
/** How far back old entries are looked for, so that a bot that was off for months still forgets. */
const LOOK_BACK_WEEKS = 60;
const JOBS = 'jobs';

/** Removes what is past its time. Returns how many documents went. */
export async function forget(store: ProgrammeStore, currentWeek: string): Promise<number> {
  let removed = 0;
  for (let back = OUTBOX_WEEKS; back < LOOK_BACK_WEEKS; back += 1) {
    removed += await empty(store, outboxOf(addWeeks(currentWeek, -back)), () => true);
  }
  const oldest = addWeeks(currentWeek, -OUTBOX_WEEKS);
  removed += await empty(store, JOBS, ({ id }) => isOld(id, oldest));
  return removed + (await empty(store, DRAFTS, ({ value }) => (value as Draft).at < mondayOf(oldest)));
}

/** Marks of occasions carry their week or day: `digest:2026-W20`, `retention:2026-05-18`. */
function isOld(id: string, oldest: string): boolean {
  const week = /\d{4}-W\d\d/.exec(id)?.[0];
  if (week) return week < oldest;
  const year = /:(\d{4})-\d\d-\d\d$/.exec(id)?.[1];
  return year !== undefined && Number(year) < Number(oldest.slice(0, 4));
}

async function empty(
  store: ProgrammeStore,
  partition: string,
  which: (document: Stored<unknown>) => boolean,
): Promise<number> {
  let removed = 0;
  let after: string | undefined;
  for (;;) {
    const found = await store.list<unknown>(partition, { after, limit: 200 });
    for (const document of found) {
      after = document.id;
      if (!which(document)) continue;
      await store.remove(partition, document.id);
      removed += 1;
    }
    if (found.length < 200) return removed;
  }
}
