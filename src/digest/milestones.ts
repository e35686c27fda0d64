import { daysBetween } from '../programme/calendar.js';
import type { Milestone } from '../programme/programme.js';
import { compare, reportsBefore, type Course, type Span } from './course.js';
import type { Digest, DigestChange, MilestoneLine } from './digest.js';
import { keyOf, milestonesAt, type MilestoneState } from './milestone-state.js';

/** How far ahead the digest looks for milestones, in days. */
export const MILESTONE_DAYS = 28;

/** What was reached since the last digest, what is overdue, and what falls due in the next four weeks, each by day. */
export function milestonesOf(courses: readonly Course[], span: Span): Digest['milestones'] {
  const lines = { reached: [] as MilestoneLine[], overdue: [] as MilestoneLine[], due: [] as MilestoneLine[] };
  for (const course of courses) {
    for (const { state, before } of statesOf(course, span)) {
      const section = sectionOf(state.milestone, before, course.followed, span);
      if (section) lines[section].push(lineOf(course, state));
    }
  }
  const byDay = (a: MilestoneLine, b: MilestoneLine) => compare(a.done ?? a.due, b.done ?? b.due);
  return { reached: lines.reached.sort(byDay), overdue: lines.overdue.sort(byDay), due: lines.due.sort(byDay) };
}

/** Milestones whose day is another one than at the last digest, by report or by import. */
export function movedMilestones(course: Course, span: Span): DigestChange[] {
  if (!course.ticked && course.milestoneEdits.length === 0) return [];
  return statesOf(course, span).flatMap(({ state: { milestone, reason }, before }): DigestChange[] => {
    if (!before || before.due === milestone.due || milestone.done !== null) return [];
    const { title, due: to } = milestone;
    return [{ kind: 'milestone', project: course.project.id, title, from: before.due, to, reason }];
  });
}

function statesOf(course: Course, span: Span): { state: MilestoneState; before: Milestone | undefined }[] {
  const { since, at } = span;
  const { milestones } = course.project;
  if (!course.ticked && course.milestoneEdits.length === 0) {
    return milestones.map((before) => ({ state: { milestone: before, planned: before.due, reason: '' }, before }));
  }
  const told = course.ticked ? reportsBefore(course, span) : [];
  const before = milestonesAt(course, told, since).map(({ milestone }) => milestone);
  const byKey = new Map(before.map((milestone) => [keyOf(milestone), milestone]));
  return milestonesAt(course, course.ticked ? course.now : [], at).map((state) => ({
    state,
    before: byKey.get(keyOf(state.milestone)),
  }));
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

function lineOf({ project }: Course, { milestone, planned }: MilestoneState): MilestoneLine {
  const { title, due, done } = milestone;
  return { project: project.id, title, due, original: planned === due ? null : planned, done };
}
