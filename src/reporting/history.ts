import { addWeeks } from '../programme/calendar.js';
import { owesReport } from '../programme/policies/due.js';
import { inOrderOfWeeks, standingReports, type Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';
import type { Health, StatusReport } from '../programme/report.js';
import type { Schedule } from '../programme/schedule.js';
import { momentsOf } from './moments.js';
import { reportableWeeks } from './week.js';

/** One report of a project's history and what it changed. */
export interface TimelineEntry {
  report: StatusReport;
  standing: 'stands' | 'replaced' | 'withdrawn';
  /** Health and progress before it, where they were others. */
  healthFrom: Health | null;
  progressFrom: number | null;
  /** Given after the digest of its week had gone out. */
  late: boolean;
}
/** A week of a project's course; null health = no report. */
export interface CourseWeek {
  week: string;
  health: Health | null;
  progress: number | null;
}

/** All reports of a project, the newest week first, replaced and withdrawn ones included. */
export function timeline(portfolio: Portfolio, project: string, schedule: Schedule): TimelineEntry[] {
  const standing = inOrder(standingReports(portfolio, project));
  const stands = new Set(standing.map(({ id }) => id));
  return inOrder(portfolio.reports.get(project) ?? [])
    .map((report): TimelineEntry => {
      const before = standing.findLast((other) => other.id !== report.id && inOrderOfWeeks(other, report) < 0);
      const changed = before !== undefined && before.health !== report.health;
      const moved = before !== undefined && before.progress !== report.progress;
      return {
        report,
        standing: report.withdrawn ? 'withdrawn' : stands.has(report.id) ? 'stands' : 'replaced',
        healthFrom: changed ? before.health : null,
        progressFrom: moved ? before.progress : null,
        late: new Date(report.submittedAt) >= momentsOf(report.week, schedule, portfolio.programme).digest,
      };
    })
    .reverse();
}

/** A project week by week, oldest first: from its first report on, at most the last `count` weeks up to `until`. */
export function course(portfolio: Portfolio, project: string, until: string, count: number): CourseWeek[] {
  const byWeek = new Map(inOrder(standingReports(portfolio, project)).map((report) => [report.week, report]));
  const [first] = [...byWeek.keys()].sort();
  if (!first || first > until) return [];
  return Array.from({ length: count }, (_, index) => addWeeks(until, index + 1 - count))
    .filter((week) => week >= first)
    .map((week) => {
      const report = byWeek.get(week);
      return { week, health: report?.health ?? null, progress: report?.progress ?? null };
    });
}

/** The latest past week that may still be reported for, had a report due, and has none; null = no such week. */
export function latestGap(portfolio: Portfolio, project: Project, now: Date, schedule: Schedule): string | null {
  const { programme } = portfolio;
  const over = (week: string) => momentsOf(week, schedule, programme).digest <= now;
  return (
    reportableWeeks(now, programme.timeZone).find((week) => over(week) && owesReport(portfolio, project, week)) ?? null
  );
}

/** The unbroken run of reports at the present health: since which week. */
export function healthSince(portfolio: Portfolio, project: string): { health: Health; week: string } | null {
  const reports = inOrder(standingReports(portfolio, project));
  const last = reports.at(-1);
  if (!last) return null;
  const other = reports.findLastIndex(({ health }) => health !== last.health);
  return { health: last.health, week: reports[other + 1]?.week ?? last.week };
}

function inOrder(reports: readonly StatusReport[]): StatusReport[] {
  return [...reports].sort(inOrderOfWeeks);
}
