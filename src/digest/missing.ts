import { owesReport } from '../programme/policies/due.js';
import type { Course, Span } from './course.js';
import { compare } from './course.js';
import type { Digest, MissingLine } from './digest.js';
import { weeksBetween } from './health.js';

const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Projects a report was due from and is not there, those silent longest first. A late report for an earlier week
 * answers that week only, as it does for reminders and for whoever asks which reports are missing.
 */
export function missingReports(courses: readonly Course[], { week }: Span): MissingLine[] {
  return courses
    .filter(({ project, now }) => owesReport({ reports: new Map([[project.id, now]]) }, project, week))
    .map(({ project, now }): MissingLine => {
      const last = now.at(-1)?.week ?? null;
      return { project: project.id, last, weeks: last === null ? null : Math.max(0, weeksBetween(last, week)) };
    })
    .sort((a, b) => (b.weeks ?? NEVER) - (a.weeks ?? NEVER) || compare(a.last ?? '', b.last ?? ''));
}

/** Projects whose report for the week came from somebody else than the lead. */
export function representedReports(courses: readonly Course[], { week }: Span): Digest['represented'] {
  return courses.flatMap(({ project, now }) => {
    const role = now.findLast((report) => report.week === week)?.role;
    return role === 'deputy' || role === 'office' ? [{ project: project.id, role }] : [];
  });
}
