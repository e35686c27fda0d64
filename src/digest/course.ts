import { arranged, arrangementsAt } from '../programme/arrangement.js';
import { addWeeks, dayOf } from '../programme/calendar.js';
import { cadenceOf } from '../programme/policies/due.js';
import { inOrderOfWeeks, type Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import type { Schedule } from '../programme/schedule.js';
import { knownBy, milestoneEdits, type Edits, type MilestoneEdit, type ProgrammeEdits } from './edits.js';
import { projectsAt } from './projects-at.js';
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

/**
 * One project's way through the span. It keeps as little as it can: with a year of reports of many projects, lists made
 * in between cost more than what is worked out from them.
 */
export interface Course {
  project: Project;
  /** Whether somebody is asked about it. */
  followed: boolean;
  all: readonly StatusReport[];
  /** The newest report that stood when the span began; for all of them see `reportsBefore`. */
  earlier: StatusReport | undefined;
  /** The reports that stand at its end, in order of week and submission. */
  now: readonly StatusReport[];
  /** Whether a report was ever corrected or withdrawn. */
  revised: boolean;
  /** Whether a report ever ticked or moved a milestone. */
  ticked: boolean;
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

/** Every project's way through the span, as the file had it at its end, in the order of the programme. */
export function coursesOf(portfolio: Portfolio, span: Span, edits: ProgrammeEdits): Course[] {
  const milestones = milestoneEdits(portfolio.history);
  const said = arrangementsAt(portfolio.history, span.at);
  const known = { atStart: knownBy(span.since), atEnd: knownBy(span.at) };
  return projectsAt(portfolio.programme.projects, portfolio.history, span.at).map((filed): Course => {
    const project = arranged(filed, said.get(filed.id));
    const { id } = project;
    const all = portfolio.reports.get(id) ?? NONE;
    const { earlier, now, revised, ticked } = passed(all, span, known);
    const followed = cadenceOf(project) !== 'never';
    const milestoneEdits = milestones.get(id) ?? NONE;
    return { project, followed, all, earlier, now, revised, ticked, edits: edits.projects.get(id), milestoneEdits };
  });
}

/** One list for all that have nothing. */
const NONE: readonly never[] = [];

/** The reports that stood when the span began, in order of week and submission. */
export function reportsBefore({ all }: Course, { since }: Span): StatusReport[] {
  return standingAt(all, knownBy(since));
}

/** The last of the reports that stand at the end of the span and are about a week. */
export function reportFor(course: Course, week: string): StatusReport | undefined {
  const last = reportUpTo(course, week);
  return last?.week === week ? last : undefined;
}

/** The last of the reports that stand at the end of the span and are about a week or one before it. */
export function reportUpTo({ now }: Course, week: string): StatusReport | undefined {
  let place = now.length - 1;
  while (place >= 0 && (now[place]?.week ?? '') > week) place -= 1;
  return now[place];
}

type Known = (instant: string) => boolean;

/** Reports mostly come in order and stay as they are; then one look at each is enough, and no list is made. */
function passed(
  all: readonly StatusReport[],
  { since, at }: Span,
  known: { atStart: Known; atEnd: Known },
): Pick<Course, 'earlier' | 'now' | 'revised' | 'ticked'> {
  let [plain, revised, ticked] = [since <= at, false, false];
  let given = 0;
  let previous: StatusReport | undefined;
  let earlier: StatusReport | undefined;
  for (const report of all) {
    revised ||= report.withdrawn !== null || report.corrects !== null;
    ticked ||= report.milestones.length > 0;
    plain &&= previous === undefined || inOrderOfWeeks(previous, report) <= 0;
    previous = report;
    if (known.atStart(report.submittedAt)) earlier = report;
    else if (!known.atEnd(report.submittedAt)) continue;
    // One given in time behind one that was not.
    plain &&= all[given] === report;
    given += 1;
  }
  if (plain && !revised) return { earlier, now: given === all.length ? all : all.slice(0, given), revised, ticked };
  return { earlier: standingAt(all, known.atStart).at(-1), now: standingAt(all, known.atEnd), revised, ticked };
}

/** The reports that stood at an instant: given by then, and by then neither withdrawn nor replaced. */
function standingAt(reports: readonly StatusReport[], known: Known): StatusReport[] {
  const given = reports.filter(
    ({ submittedAt, withdrawn }) => known(submittedAt) && !(withdrawn && known(withdrawn.at)),
  );
  const replaced = new Set(given.map(({ corrects }) => corrects));
  return given.filter(({ id }) => !replaced.has(id)).sort(inOrderOfWeeks);
}

/** For sorting texts by code unit: days, weeks and instants of one form come in order of time. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
