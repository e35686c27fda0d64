import { addWeeks, daysBetween, mondayOf } from '../programme/calendar.js';
import { reasonOf, type Health, type StatusReport } from '../programme/report.js';
import type { Course, Span } from './course.js';
import { compare } from './course.js';
import type { AttentionLine, HealthCounts, WeekCounts } from './digest.js';

/** Weeks shown in the chart. */
export const CHART_WEEKS = 8;
const WEIGHT: Record<Health, number> = { green: 0, amber: 1, red: 2 };

/** Positive when it got worse. */
export function worsening(from: Health, to: Health): number {
  return WEIGHT[to] - WEIGHT[from];
}

/** Projects whose health counts: those followed and those that reported although nobody asked; paused ones rest. */
export function counted(courses: readonly Course[]): Course[] {
  return courses.filter(({ project, followed, now }) => !project.paused && (followed || now.length > 0));
}

/** How the projects stand by their newest report. */
export function countHealth(courses: readonly Course[]): HealthCounts {
  const counts = noneYet();
  for (const { now } of courses) count(counts, now.at(-1));
  return counts;
}

/**
 * How the projects that count now stood in each of the last eight weeks, by the newest report for that week or an
 * earlier one. The last week is told as of now, so that it equals the counts.
 */
export function countWeeks(courses: readonly Course[], week: string): WeekCounts[] {
  const weeks = Array.from({ length: CHART_WEEKS }, (_, back) => ({ week: addWeeks(week, -back), ...noneYet() }));
  for (const { now } of courses) {
    let place = now.length - 1;
    weeks.forEach((counts, back) => {
      while (back > 0 && place >= 0 && (now[place]?.week ?? '') > counts.week) place -= 1;
      count(counts, now[place]);
    });
  }
  return weeks.reverse();
}

function noneYet(): HealthCounts {
  return { green: 0, amber: 0, red: 0, unreported: 0, total: 0 };
}

function count(counts: HealthCounts, report: StatusReport | undefined): void {
  counts[report?.health ?? 'unreported'] += 1;
  counts.total += 1;
}

/** Red before amber; within one colour what got worse or is new, then what stayed, then what got better; then the longest. */
export function attentionOf(courses: readonly Course[], span: Span): AttentionLine[] {
  return courses
    .flatMap((course) => attentionLine(course, span) ?? [])
    .sort((a, b) => rank(a) - rank(b) || b.weeks - a.weeks);
}

const TREND_RANK = { worse: 0, new: 0, same: 1, better: 2 };
function rank({ health, trend }: AttentionLine): number {
  return (health === 'red' ? 0 : 10) + TREND_RANK[trend];
}

function attentionLine({ project, earlier: told, now }: Course, span: Span): AttentionLine | null {
  const latest = now.at(-1);
  if (!latest || latest.health === 'green') return null;
  const earlier = told?.health;
  const difference = earlier ? worsening(earlier, latest.health) : 0;
  const since = runStart(now);
  return {
    project: project.id,
    health: latest.health,
    trend: !earlier ? 'new' : difference > 0 ? 'worse' : difference < 0 ? 'better' : 'same',
    since,
    weeks: weeksBetween(since, compare(latest.week, span.week) > 0 ? latest.week : span.week) + 1,
    reason: reasonOf(latest),
    nextSteps: latest.nextSteps,
    reported: latest.week,
  };
}

/** The first week of the unbroken run at the present health. */
function runStart(reports: readonly StatusReport[]): string {
  const health = reports.at(-1)?.health;
  let first = reports.length - 1;
  while (first > 0 && reports[first - 1]?.health === health) first -= 1;
  return reports[first]?.week ?? '';
}

/** Whole weeks from one ISO week to another, negative when `to` is earlier. */
export function weeksBetween(from: string, to: string): number {
  return Math.round(daysBetween(mondayOf(from), mondayOf(to)) / 7);
}
