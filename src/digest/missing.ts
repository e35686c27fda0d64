import { reportDue } from '../programme/policies/due.js';
import { compare, reportFor, reportUpTo, type Course, type Span } from './course.js';
import type { Digest, MissingLine } from './digest.js';
import { weeksBetween } from './health.js';

const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Projects a report was due from and is not there, those silent longest first. A late report for an earlier week
 * answers that week only, as it does for reminders and for whoever asks which reports are missing.
 */
export function missingReports(courses: readonly Course[], { week }: Span): MissingLine[] {
  return courses
    .filter((course) => reportDue(course.project, week) && !reportFor(course, week))
    .map((course): MissingLine => {
      const last = reportUpTo(course, week)?.week ?? null;
      return { project: course.project.id, last, weeks: last === null ? null : weeksBetween(last, week) };
    })
    .sort((a, b) => (b.weeks ?? NEVER) - (a.weeks ?? NEVER) || compare(a.last ?? '', b.last ?? ''));
}

/** Projects whose report for the week came from somebody else than the lead. */
export function representedReports(courses: readonly Course[], { week }: Span): Digest['represented'] {
  return courses.flatMap((course) => {
    const role = reportFor(course, week)?.role;
    return role === 'deputy' || role === 'office' ? [{ project: course.project.id, role }] : [];
  });
}
