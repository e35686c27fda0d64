import type { Programme } from './programme.js';
import type { Change, ProgrammeEvent, Recorded } from './events.js';
import type { Portfolio } from './portfolio.js';
import type { StatusReport } from './report.js';

/** Who is behind a change: a person id, or null for the command line and Lotse itself. */
export interface Origin {
  by: string | null;
  at: string;
  why: string | null;
}
export interface ImportResult {
  revision: number;
  changes: Change[];
  /** Reports of the file that were not known yet. */
  reports: StatusReport[];
}

/** The programme's books: the present is read from memory, every change goes through `record` or `importProgramme`. */
export interface Ledger {
  /** What is known now, or undefined while no programme has been imported. Costs no database call. */
  portfolio(): Portfolio | undefined;
  /** Appends events to history, durably, and shows them in `portfolio()`. An id appended before is not appended again. */
  record(events: readonly ProgrammeEvent[], now: Date): Promise<Recorded[]>;
  /** Makes `programme` the present one; reports and history stay. Nothing is written when nothing differs. */
  importProgramme(programme: Programme, reports: readonly StatusReport[], origin: Origin): Promise<ImportResult>;
  /** Whether the store did not answer lately: what is known is as old as `portfolio().knownAt`. Costs no database call. */
  cutOff(): boolean;
  /** Whether the store still holds what it need not; see `tidy`. Costs no database call. */
  readonly untidy: boolean;
  /**
   * Removes from the store whom somebody wanted forgotten and programmes that another has replaced, so that they cannot be
   * read from its medium either. Takes its time; may be broken off, repeated, and done by several replicas at once.
   */
  tidy(now: Date): Promise<void>;
  /** Reads what others have written since. */
  refresh(now: Date): Promise<void>;
}
