import { DateTime } from 'luxon';
import { daysBetween } from '../../programme/calendar.js';
import type { Milestone, Project } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import { dice } from './dice.js';
import phrases from './phrases.json' with { type: 'json' };

/** Used where a project does not say when it starts or ends: this many days around today. */
const HALF_SPAN_DAYS = 270;

/** The project's first and last day, guessed where not stated. */
export function spanOf(project: Project, today: string): { start: string; end: string } {
  const start = project.start ?? plusDays(project.end ?? today, project.end ? -2 * HALF_SPAN_DAYS : -HALF_SPAN_DAYS);
  const end = project.end ?? plusDays(start > today ? start : today, HALF_SPAN_DAYS);
  return { start, end: end > start ? end : plusDays(start, 2 * HALF_SPAN_DAYS) };
}

/** How much of the project's time has passed on a day, 0…1. */
export function timePassed(project: Project, day: string, today: string): number {
  const { start, end } = spanOf(project, today);
  return Math.min(1, Math.max(0, daysBetween(start, day) / daysBetween(start, end)));
}

/**
 * Milestones spread over a project's time. What is past was reached about on its day, save the last one of a project
 * that is in trouble: that one is overdue. Some have one just reached or due within the next weeks.
 */
export function demoMilestones(project: Project, health: Health, today: string, seed: string): Milestone[] {
  if (project.milestones.length > 0) return project.milestones;
  const { start, end } = spanOf(project, today);
  const length = daysBetween(start, end);
  const titles = phrases.milestones;
  const planned = titles.map((title, at) => ({
    title,
    due: workday(plusDays(start, (length * (at + 1)) / titles.length)),
  }));
  const open = planned.findIndex(({ due }) => due >= today);
  const next = planned[open];
  if (next && dice(seed, project.id, 'next soon') < 0.4)
    next.due = workday(plusDays(today, 3 + 24 * dice(seed, project.id, 'next')));
  const last = (open < 0 ? planned.length : open) - 1;
  return planned.map(({ title, due }, at): Milestone => {
    if (due >= today) return { title, due, done: null };
    const final = at === planned.length - 1;
    const recent = workday(plusDays(today, -5 - 35 * dice(seed, project.id, 'recent')));
    const told = at === last && !final && due < recent ? recent : due;
    if (at === last && (final || health !== 'green')) return { title, due: told, done: null };
    if (at === last && dice(seed, project.id, 'fresh') < 0.35) {
      return { title, due: told, done: workday(plusDays(today, -1 - 5 * dice(seed, project.id, 'reached'))) };
    }
    const done = workday(plusDays(due, 9 * dice(seed, project.id, at) - 4));
    return { title, due, done: done < today ? done : due };
  });
}

/** A day moved by a number of days, fractions cut off. */
export function plusDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .plus({ days: Math.trunc(days) })
    .toFormat('yyyy-MM-dd');
}

/** The day itself, or the Friday before it. */
export function workday(day: string): string {
  const { weekday } = DateTime.fromISO(day, { zone: 'utc' });
  return weekday > 5 ? plusDays(day, 5 - weekday) : day;
}
