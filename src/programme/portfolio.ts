import type { Programme, Project } from './programme.js';
import type { StatusReport } from './report.js';
import type { Decision } from './decision.js';
import type { Recorded } from './events.js';

/**
 * Everything Lotse knows at one moment: the programme and what history made of it. Immutable; questions, digests and
 * requests are pure functions of a portfolio and an instant.
 */
export interface Portfolio {
  /** As imported last: what the file says, without what reports said since. */
  programme: Programme;
  /** Grows with every import. */
  revision: number;
  /** The projects as they are now: the file's, with the milestones that reports have ticked or moved since. */
  projects: ReadonlyMap<string, Project>;
  /** All reports by project id in the order they were submitted, corrected and withdrawn ones included. */
  reports: ReadonlyMap<string, readonly StatusReport[]>;
  /** All decisions ever asked for, by id, in the order they were asked. */
  decisions: ReadonlyMap<string, Decision>;
  /** History in order; its last `seq` is how far this portfolio has read. */
  history: readonly Recorded[];
  /**
   * The instant up to which this is known to hold, ISO 8601. The one part that moves on: as long as nothing new is found,
   * the portfolio stays the same object and only gets fresher, so that whatever was worked out from it can be kept.
   */
  knownAt: string;
}

/** The reports that stand: neither withdrawn nor replaced, in the order they were submitted. */
export function standingReports(portfolio: Pick<Portfolio, 'reports'>, project: string): StatusReport[] {
  const all = portfolio.reports.get(project) ?? [];
  const replaced = new Set(all.filter((report) => !report.withdrawn).map((report) => report.corrects));
  return all.filter((report) => !report.withdrawn && !replaced.has(report.id));
}

/** The newest standing report: the latest week (no later than `upTo` where given), within it the latest submission. */
export function latestReport(
  portfolio: Pick<Portfolio, 'reports'>,
  project: string,
  upTo: string | null = null,
): StatusReport | undefined {
  return standingReports(portfolio, project).reduce<StatusReport | undefined>((newest, report) => {
    if (upTo !== null && report.week > upTo) return newest;
    return !newest || inOrderOfWeeks(newest, report) <= 0 ? report : newest;
  }, undefined);
}

/** Whether a standing report says how a project was in a week. */
export function hasReport(portfolio: Pick<Portfolio, 'reports'>, project: string, week: string): boolean {
  return standingReports(portfolio, project).some((report) => report.week === week);
}

/** For sorting reports: by the week they are about, within it by the instant they were submitted. */
export function inOrderOfWeeks(a: StatusReport, b: StatusReport): number {
  if (a.week !== b.week) return a.week < b.week ? -1 : 1;
  if (a.submittedAt === b.submittedAt) return 0;
  return a.submittedAt < b.submittedAt ? -1 : 1;
}
