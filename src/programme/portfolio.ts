import type { Programme, Project } from './programme.js';
import type { StatusReport } from './report.js';
import type { Decision } from './decision.js';
import type { Recorded } from './events.js';

/**
 * Everything Lotse knows at one moment: the programme and what history made of it. Immutable; questions, digests and
 * requests are pure functions of a portfolio and an instant.
 */
export interface Portfolio {
  programme: Programme;
  /** Grows with every import. */
  revision: number;
  projects: ReadonlyMap<string, Project>;
  /** All reports by project id in the order they were submitted, corrected and withdrawn ones included. */
  reports: ReadonlyMap<string, readonly StatusReport[]>;
  /** All decisions ever asked for, by id, in the order they were asked. */
  decisions: ReadonlyMap<string, Decision>;
  /** History in order; its last `seq` is how far this portfolio has read. */
  history: readonly Recorded[];
  /** The instant the newest knowledge is from, ISO 8601. */
  knownAt: string;
}

/** The reports that stand: neither withdrawn nor replaced, oldest first. */
export function standingReports(portfolio: Portfolio, project: string): StatusReport[] {
  const all = portfolio.reports.get(project) ?? [];
  const replaced = new Set(all.filter((report) => !report.withdrawn).map((report) => report.corrects));
  return all.filter((report) => !report.withdrawn && !replaced.has(report.id));
}

/** The newest standing report: the latest week, within it the latest submission. */
export function latestReport(portfolio: Portfolio, project: string): StatusReport | undefined {
  return standingReports(portfolio, project).reduce<StatusReport | undefined>(
    (newest, report) =>
      !newest || report.week > newest.week || (report.week === newest.week && report.submittedAt >= newest.submittedAt)
        ? report
        : newest,
    undefined,
  );
}
