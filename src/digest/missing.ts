import { addWeeks } from '../programme/calendar.js';
import { reportDue } from '../programme/policies/due.js';
import type { StatusReport } from '../programme/report.js';
import type { Schedule } from '../programme/schedule.js';
import { weeklyInstant, type Place } from '../reporting/moments.js';
import type { Course, Span } from './course.js';
import { compare } from './course.js';
import type { Digest, MissingLine } from './digest.js';
import { weeksBetween } from './health.js';
import { digestInstant } from './week.js';

const NEVER = Number.MAX_SAFE_INTEGER;

/** An ISO week as instants in milliseconds, and when the digest of the week before went out. */
interface Bounds {
  week: string;
  start: number;
  end: number;
  earlierDigest: number;
}

/** Projects a report was due from and is not there, those silent longest first. */
export function missingReports(
  courses: readonly Course[],
  span: Span,
  schedule: Schedule,
  place: Place,
): MissingLine[] {
  const bounds = boundsOf(span.week, schedule, place);
  return courses
    .filter(({ project, now }) => reportDue(project, span.week) && !now.some((report) => speaksFor(report, bounds)))
    .map(({ project, now }): MissingLine => {
      const last = now.at(-1)?.week ?? null;
      return { project: project.id, last, weeks: last === null ? null : Math.max(0, weeksBetween(last, span.week)) };
    })
    .sort((a, b) => (b.weeks ?? NEVER) - (a.weeks ?? NEVER) || compare(a.last ?? '', b.last ?? ''));
}

/** Projects whose report for the week came from somebody else than the lead. */
export function representedReports(
  courses: readonly Course[],
  span: Span,
  schedule: Schedule,
  place: Place,
): Digest['represented'] {
  const bounds = boundsOf(span.week, schedule, place);
  return courses.flatMap(({ project, now }) => {
    const role = now.findLast((report) => speaksFor(report, bounds))?.role;
    return role === 'deputy' || role === 'office' ? [{ project: project.id, role }] : [];
  });
}

/**
 * Whether a report speaks for a week: it is tagged with it or was given in it. One given in it for an earlier week whose
 * digest had not gone out yet speaks for that earlier week only.
 */
function speaksFor({ week, submittedAt }: StatusReport, bounds: Bounds): boolean {
  if (week === bounds.week) return true;
  const given = Date.parse(submittedAt);
  if (given < bounds.start || given >= bounds.end) return false;
  return week > bounds.week || given > bounds.earlierDigest;
}

function boundsOf(week: string, schedule: Schedule, place: Place): Bounds {
  const start = (of: string) => weeklyInstant(of, { weekday: 1, time: '00:00' }, place.timeZone).getTime();
  const earlierDigest = digestInstant(addWeeks(week, -1), schedule, place).getTime();
  return { week, start: start(week), end: start(addWeeks(week, 1)), earlierDigest };
}
