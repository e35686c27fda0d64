import type { ProgrammeEvent } from '../programme/events.js';
import { StoreConflict, type ProgrammeStore } from '../programme/store.js';

/** What the programme office did to the digest of a week; it goes out by itself unless held. */
export interface Release {
  held: boolean;
  /** One paragraph of the office, shown below the sentence that sums the week up; empty = none. */
  note: string;
}

export const LONGEST_NOTE = 600;
const PARTITION = 'digest-releases';
const UNTOUCHED: Release = { held: false, note: '' };
const ATTEMPTS = 5;

/** What the office did to the digest of a week; untouched where it did nothing. */
export async function releaseOf(store: ProgrammeStore, week: string): Promise<Release> {
  return (await store.get<Release>(PARTITION, week))?.value ?? UNTOUCHED;
}

/** Changes what is given and returns how the release stands then. */
export async function changeRelease(store: ProgrammeStore, week: string, change: Partial<Release>): Promise<Release> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await store.get<Release>(PARTITION, week);
    const release = { ...(stored?.value ?? UNTOUCHED), ...change };
    try {
      if (stored) await store.replace(PARTITION, week, release, stored.version);
      else await store.create(PARTITION, week, release);
      return release;
    } catch (error) {
      if (!(error instanceof StoreConflict) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** What history tells of a change: who held a digest or let it go, who wrote what into it. Nothing where nothing changes. */
export function releaseEvents(
  week: string,
  before: Release,
  change: Partial<Release>,
  { by, now }: { by: string | null; now: Date },
): ProgrammeEvent[] {
  const at = now.toISOString();
  const about = { at, by, why: null };
  const { held = before.held, note = before.note } = change;
  const events: ProgrammeEvent[] = [];
  if (held !== before.held)
    events.push({ ...about, id: `digest-held:${week}:${held}:${at}`, type: 'digest.held', data: { week, held } });
  if (note !== before.note)
    events.push({ ...about, id: `digest-annotated:${week}:${at}`, type: 'digest.annotated', data: { week, note } });
  return events;
}
