import { daysBetween } from '../programme/calendar.js';
import type { Milestone } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import { wordings } from '../programme/text.js';
import type { Course, Span } from './course.js';
import type { Digest, DigestChange, MilestoneLine } from './digest.js';
import { reasonOf } from './health.js';

/** How far ahead the digest looks for milestones, in days. */
export const MILESTONE_DAYS = 28;

/** A milestone as it stands, with the day it was first planned for and, where a report moved it, why. */
interface Standing {
  milestone: Milestone;
  original: string;
  reason: string;
}

export function milestonesOf(courses: readonly Course[], span: Span): Digest['milestones'] {
  const lines = { reached: [] as MilestoneLine[], overdue: [] as MilestoneLine[], due: [] as MilestoneLine[] };
  for (const course of courses) {
    const before = new Map(standingBefore(course).map((each) => [keyOf(each.milestone), each.milestone]));
    for (const standing of standingNow(course)) {
      const section = sectionOf(standing.milestone, before.get(keyOf(standing.milestone)), course.followed, span);
      if (section) lines[section].push(lineOf(course, standing));
    }
  }
  const byDay = (a: MilestoneLine, b: MilestoneLine) => daysBetween(b.done ?? b.due, a.done ?? a.due);
  return { reached: lines.reached.sort(byDay), overdue: lines.overdue.sort(byDay), due: lines.due.sort(byDay) };
}

function sectionOf(
  now: Milestone,
  before: Milestone | undefined,
  followed: boolean,
  span: Span,
): keyof Digest['milestones'] | null {
  if (now.done !== null) {
    const fresh = span.told ? now.done > span.sinceDay : now.done >= span.sinceDay;
    const ticked = before !== undefined && before.done === null;
    return ticked || (fresh && now.done <= span.today) ? 'reached' : null;
  }
  if (!followed) return null;
  if (now.due < span.today) return 'overdue';
  return daysBetween(span.today, now.due) <= MILESTONE_DAYS ? 'due' : null;
}

/** Milestones whose day is another one than at the last digest, by report or by import. */
export function movedMilestones(course: Course): DigestChange[] {
  const before = new Map(standingBefore(course).map((each) => [keyOf(each.milestone), each.milestone]));
  return standingNow(course).flatMap(({ milestone, reason }): DigestChange[] => {
    const earlier = before.get(keyOf(milestone));
    if (!earlier || earlier.due === milestone.due || milestone.done !== null) return [];
    const { title, due } = milestone;
    const why = reason || (course.edits?.fields.get('milestones')?.why ?? '');
    return [{ kind: 'milestone', project: course.project.id, title, from: earlier.due, to: due, reason: why }];
  });
}

function standingNow({ project, now, edits }: Course): Standing[] {
  return overlaid(project.milestones, now, edits?.fields.get('milestones')?.at ?? null);
}

function standingBefore({ project, before, edits }: Course): Standing[] {
  const edit = edits?.fields.get('milestones');
  return overlaid(edit ? ((edit.from as Milestone[] | null) ?? []) : project.milestones, before, null);
}

/** The programme's milestones with what reports ticked and moved, save by reports that are older than the file's own change. */
function overlaid(
  milestones: readonly Milestone[],
  reports: readonly StatusReport[],
  editedAt: string | null,
): Standing[] {
  const standing = milestones.map((milestone): Standing => ({ milestone, original: milestone.due, reason: '' }));
  const edited = editedAt ? Date.parse(editedAt) : -Infinity;
  for (const report of reports) {
    if (report.milestones.length === 0 || Date.parse(report.submittedAt) < edited) continue;
    for (const { title, due, done } of report.milestones) {
      const place = standing.findIndex(({ milestone }) => wordings(milestone.title).includes(title));
      const old = standing[place];
      if (!old) continue;
      const reason = due === old.milestone.due ? old.reason : reasonOf(report);
      standing[place] = { ...old, milestone: { ...old.milestone, due, done }, reason };
    }
  }
  return standing;
}

function lineOf({ project }: Course, { milestone, original }: Standing): MilestoneLine {
  const { title, due, done } = milestone;
  return { project: project.id, title, due, original: original === due ? null : original, done };
}

function keyOf({ title }: Milestone): string {
  return wordings(title)[0] ?? '';
}
