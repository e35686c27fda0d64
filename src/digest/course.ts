import { arranged, arrangementsAt } from '../programme/arrangement.js';
import { addWeeks, dayOf } from '../programme/calendar.js';
import { cadenceOf } from '../programme/policies/due.js';
import { inOrderOfWeeks, type Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import type { Schedule } from '../programme/schedule.js';
import { milestoneEdits, type Edits, type MilestoneEdit, type ProgrammeEdits } from './edits.js';
import { digestInstant } from './week.js';

/** The span a digest speaks of, with everything about it that is reckoned once. */
export interface Span {
  week: string;
  /** Changes count from here (exclusive) … */
  since: Date;
  sinceDay: string;
  /** … to here (inclusive). */
  at: Date;
  today: string;
  zone: string;
  /** Whether a digest went out at `since`; if not, that day's own events have not been told yet. */
  told: boolean;
}

/** One project's way through the span: what was known at both ends. Reports stand and are in order of week and submission. */
export interface Course {
  project: Project;
  /** Whether somebody is asked about it. */
  followed: boolean;
  all: readonly StatusReport[];
  before: StatusReport[];
  now: StatusReport[];
  edits: Edits | undefined;
  milestoneEdits: readonly MilestoneEdit[];
}

export interface DigestInput {
  week: string;
  at: Date;
  schedule: Schedule;
  previous: { week: string; at: string } | null;
  /** Look 90 days ahead, as a personal digest does. */
  ahead?: boolean;
}

/** What a digest speaks of: from the one before it (or when that would have gone out) to its own instant. */
export function spanOf({ programme }: Portfolio, { week, at, schedule, previous }: DigestInput): Span {
  const zone = programme.timeZone;
  const since = previous ? new Date(previous.at) : digestInstant(addWeeks(week, -1), schedule, programme);
  return { week, since, sinceDay: dayOf(since, zone), at, today: dayOf(at, zone), zone, told: previous !== null };
}

/** Every project's way through the span, in the order of the programme. */
export function coursesOf(portfolio: Portfolio, span: Span, edits: ProgrammeEdits): Course[] {
  const milestones = milestoneEdits(portfolio.history);
  const said = arrangementsAt(portfolio.history, span.at);
  return portfolio.programme.projects.map((filed) => {
    const project = arranged(filed, said.get(filed.id));
    const all = portfolio.reports.get(project.id) ?? [];
    const before = standingAt(all, span.since);
    return {
      project,
      followed: cadenceOf(project) !== 'never',
      all,
      before,
      now: standingAt(all, span.at),
      edits: edits.projects.get(project.id),
      milestoneEdits: milestones.get(project.id) ?? [],
    };
  });
}

/** The reports that stood at an instant: given by then, and by then neither withdrawn nor replaced. */
export function standingAt(reports: readonly StatusReport[], at: Date): StatusReport[] {
  const limit = at.getTime();
  const given = reports.filter(
    ({ submittedAt, withdrawn }) =>
      Date.parse(submittedAt) <= limit && !(withdrawn && Date.parse(withdrawn.at) <= limit),
  );
  const replaced = new Set(given.map(({ corrects }) => corrects));
  return given.filter(({ id }) => !replaced.has(id)).sort(inOrderOfWeeks);
}

/** For sorting texts by code unit: days, weeks and instants of one form come in order of time. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
