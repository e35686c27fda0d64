import { daysBetween } from '../programme/calendar.js';
import type { Course, Span } from './course.js';
import { compare } from './course.js';
import type { AheadLine } from './digest.js';
import { MILESTONE_DAYS } from './milestones.js';
import { milestonesAt } from './milestone-state.js';

/** How far ahead a personal digest looks, in days. */
export const AHEAD_DAYS = 90;

/** What begins and ends in the next 90 days, and the milestones beyond those the digest names anyway; by day. */
export function aheadOf(courses: readonly Course[], span: Span): AheadLine[] {
  const soon = (day: string | null, from: number): day is string => {
    const days = day === null ? -1 : daysBetween(span.today, day);
    return days >= from && days <= AHEAD_DAYS;
  };
  return courses
    .filter(({ project }) => !project.paused)
    .flatMap((course): AheadLine[] => {
      const { id: project, start, end } = course.project;
      const states = course.project.milestones.length > 0 ? milestonesAt(course, course.now, span.at) : [];
      const milestones = states.filter(
        ({ milestone }) => milestone.done === null && soon(milestone.due, MILESTONE_DAYS + 1),
      );
      return [
        ...(soon(start, 0) ? [{ kind: 'start' as const, project, day: start }] : []),
        ...(soon(end, 0) ? [{ kind: 'end' as const, project, day: end }] : []),
        ...milestones.map(({ milestone: { title, due: day } }) => ({
          kind: 'milestone' as const,
          project,
          day,
          title,
        })),
      ];
    })
    .sort((a, b) => compare(a.day, b.day));
}
