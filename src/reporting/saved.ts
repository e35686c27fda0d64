import type { StatusReport } from '../programme/report.js';
import type { Hint } from './hints.js';

/** A report that was just recorded, as its author is shown it. */
export interface SavedReport {
  report: StatusReport;
  hints: Hint[];
  /** Somebody else's report that arrived while the form was open, or null. */
  meanwhile: StatusReport | null;
  /** The digest of its week has gone out already. */
  late: boolean;
}
