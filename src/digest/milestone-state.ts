import type { Milestone } from '../programme/programme.js';
import { reasonOf, type StatusReport } from '../programme/report.js';
import { wordings } from '../programme/text.js';
import type { Course } from './course.js';
import type { MilestoneEdit } from './edits.js';

/** A milestone as it stood at an instant. */
export interface MilestoneState {
  milestone: Milestone;
  /** The day the programme file planned. */
  planned: string;
  /** Why it is due when it is, where a report or an import moved it and said so. */
  reason: string;
}

/**
 * A project's milestones at an instant: the file's of that time, with what the reports standing then ticked and moved
 * since the file last said something else about them.
 */
export function milestonesAt(course: Course, reports: readonly StatusReport[], at: Date): MilestoneState[] {
  const { project, milestoneEdits } = course;
  const earlier = milestoneEdits.filter((edit) => edit.at <= at.getTime());
  const undone = milestoneEdits.find((edit) => edit.at > at.getTime());
  const states = (undone ? undone.before : project.milestones).map((milestone): MilestoneState => ({
    milestone,
    planned: milestone.due,
    reason: editOf(milestone, earlier)?.why ?? '',
  }));
  for (const report of reports) {
    for (const told of report.milestones) {
      const place = states.findIndex(({ milestone }) => wordings(milestone.title).includes(told.title));
      const state = states[place];
      if (!state || Date.parse(report.submittedAt) < (editOf(state.milestone, earlier)?.at ?? -Infinity)) continue;
      const { due, done } = told;
      const reason = due === state.milestone.due ? state.reason : reasonOf(report);
      states[place] = { ...state, milestone: { ...state.milestone, due, done }, reason };
    }
  }
  return states;
}

function editOf(milestone: Milestone, edits: readonly MilestoneEdit[]): MilestoneEdit | undefined {
  const names = wordings(milestone.title);
  return edits.findLast(({ titles }) => titles.some((title) => names.includes(title)));
}

/** What a milestone is known by: its title, the German one first. */
export function keyOf({ title }: Milestone): string {
  return wordings(title)[0] ?? '';
}
