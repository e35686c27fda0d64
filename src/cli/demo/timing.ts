import { DateTime } from 'luxon';
import { mondayOf } from '../../programme/calendar.js';
import { reportDue } from '../../programme/policies/due.js';
import type { Project } from '../../programme/programme.js';
import { WEEKS } from './course.js';
import { dice } from './dice.js';
import { plusDays } from './milestones.js';

interface Timing {
  now: Date;
  zone: string;
  seed: string;
  owing: readonly string[];
}

/**
 * The instant (ISO 8601 with the zone's offset) at which the report of a week was given, null where none was: Thursday
 * or Friday, one in ten only the week after, one in twenty never, and of the current week only what can have been given by now.
 */
export function submittedAt(
  project: Project,
  week: string,
  index: number,
  { now, zone, seed, owing }: Timing,
): string | null {
  const monday = DateTime.fromISO(mondayOf(week), { zone });
  const current = index === WEEKS - 1;
  const luck = dice(seed, project.id, week, 'given');
  if (!reportDue(project, week) || (project.start !== null && project.start > plusDays(mondayOf(week), 4))) return null;
  if (luck < 0.05 || (current && owing.includes(project.id))) return null;
  if (index >= WEEKS - 3 && !owing.includes(project.id) && dice(seed, project.id, 'silent') < 0.06) return null;
  const clock = dice(seed, project.id, week, 'clock');
  const at = (day: number, from: number, minutes: number) =>
    monday
      .plus({ days: day })
      .set({ hour: from })
      .plus({ minutes: Math.floor(minutes * clock) });
  const usual = at(luck < 0.6 ? 3 : 4, 9, 360);
  const late = at(luck < 0.08 ? 8 : 7, 8, 240);
  const given = !current && luck < 0.15 ? late : usual;
  if (given.toMillis() <= now.getTime()) return given.toISO({ suppressMilliseconds: true });
  if (!current || luck < 0.6) return null;
  const early = [2, 1, 0].map((day) => at(day, 8, 360)).find((instant) => instant.toMillis() <= now.getTime());
  const sinceMonday = monday.plus({ seconds: Math.floor(((now.getTime() - monday.toMillis()) / 1000) * clock) });
  return (early ?? sinceMonday).toISO({ suppressMilliseconds: true });
}
