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
  return tally(courses.map(({ now }) => now.at(-1)?.health));
}

/**
 * How the projects that count now stood in each of the last eight weeks, by the newest report for that week or an
 * earlier one. The last week is told as of now, so that it equals the counts.
 */
export function countWeeks(courses: readonly Course[], week: string): WeekCounts[] {
  const weeks = Array.from({ length: CHART_WEEKS }, (_, index) => addWeeks(week, index - CHART_WEEKS + 1));
  const columns = weeks.map((): (Health | undefined)[] => []);
  for (const { now } of courses) {
    let next = 0;
    let health: Health | undefined;
    weeks.forEach((each, column) => {
      const last = column === weeks.length - 1;
      for (; next < now.length && (last || (now[next]?.week ?? '') <= each); next += 1) health = now[next]?.health;
      columns[column]?.push(health);
    });
  }
  return weeks.map((each, column) => ({ week: each, ...tally(columns[column] ?? []) }));
}

function tally(healths: readonly (Health | undefined)[]): HealthCounts {
  const counts = { green: 0, amber: 0, red: 0, unreported: 0, total: healths.length };
  for (const health of healths) counts[health ?? 'unreported'] += 1;
  return counts;
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

function attentionLine({ project, before, now }: Course, span: Span): AttentionLine | null {
  const latest = now.at(-1);
  if (!latest || latest.health === 'green') return null;
  const earlier = before.at(-1)?.health;
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
