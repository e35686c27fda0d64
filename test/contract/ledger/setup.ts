import type { ProgrammeEvent } from '../../../src/programme/events.js';
import type { Ledger } from '../../../src/programme/ledger.js';
import type { StatusReport } from '../../../src/programme/report.js';
import type { Clock, ProgrammeStore } from '../../../src/programme/store.js';
import { aProgramme, aProject, aReport } from '../../builders.js';

export const NOW = new Date('2026-05-21T08:00:00.000Z');
export const LATER = new Date('2026-05-21T09:00:00.000Z');
export const clock: Clock = { now: () => NOW };
export const origin = { by: 'office-1', at: NOW.toISOString(), why: 'Stadtrat' };

/** The store of the present test and ledgers over it. */
export interface Shelf {
  store: ProgrammeStore;
  /** Another replica: knows only what is in the store; may reach it through something else. */
  open(through?: ProgrammeStore): Promise<Ledger>;
  /** The same after everything was closed and opened again. */
  reopen(): Promise<Ledger>;
  /** All that lies on the store's medium, past the store. */
  raw(): Promise<string>;
}

let count = 0;
export function submission(overrides: Partial<StatusReport> = {}): ProgrammeEvent {
  const report = aReport({ project: 'a', ...overrides });
  const id = `event-${(count += 1)}`;
  return { id, type: 'report.submitted', at: report.submittedAt, by: 'ada', why: null, data: { report } };
}

export const twoProjects = () => aProgramme({ projects: [aProject({ id: 'a' }), aProject({ id: 'b' })] });
