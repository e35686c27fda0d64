import { dayOf } from '../programme/calendar.js';
import type { ProgrammeEvent } from '../programme/events.js';
import { latestReport, standingReports, type Portfolio } from '../programme/portfolio.js';
import { reportingRole } from '../programme/policies/report.js';
import type { Person, Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import type { Schedule } from '../programme/schedule.js';
import { standIns } from './absence.js';
import { shown, type Shown, type Typed } from './fields.js';
import { isBlank, sameValues, startingValues, type MilestoneEntry } from './form.js';
import { consistencyHints } from './hints.js';
import { momentsOf, openWeek } from './moments.js';
import type { SavedReport } from './saved.js';
import { openWish, replacedBy, submit, unchangedDraft, type Submission } from './submission.js';
import { readMilestones, type TypedMilestones } from './typed-milestones.js';
import { validateReport, type Draft, type Fault } from './validate.js';
import { reportableWeeks, reportingWeek } from './week.js';

/** What came back from a form about one project. */
export interface Sending {
  project: string;
  form: string;
  typed: Typed;
  milestones: TypedMilestones;
  /** How far history had been read when the card was made (`seq`); null = unknown, taken for everything. */
  seen: number | null;
  /** A past week to report for, or null for the one that is open. */
  week: string | null;
  corrects: string | null;
}

/** Who sends, when, by which schedule. */
export interface Sender {
  portfolio: Portfolio;
  schedule: Schedule;
  person: Person | null;
  now: Date;
}

export type Sent =
  /** `event` is null when the same form has recorded the same before. */
  | { outcome: 'saved'; saved: SavedReport; event: ProgrammeEvent | null }
  | { outcome: 'faulty'; project: Project; values: Shown; milestones: MilestoneEntry[]; faults: Fault[] }
  /** Nothing was filled in, or nothing that is not reported already. */
  | { outcome: 'nothing'; project: Project; values: Shown }
  /** "Nothing changed" was said, but something was typed, or there is nothing to repeat. */
  | { outcome: 'typed' | 'noLast'; project: Project; values: Shown; milestones: MilestoneEntry[] }
  | { outcome: 'forbidden'; project: Project; values: Shown }
  | { outcome: 'gone'; values: Shown };

/** Decides what becomes of one project's form that was sent; nothing is recorded yet. */
export function send(sender: Sender, sending: Sending): Sent {
  const read = readSending(sender, sending);
  if ('outcome' in read) return read;
  const { project, values, typed, start, milestones, submission } = read;
  const untouched = start !== undefined && sameValues(values, read.startValues) && milestones.said.length === 0;
  const superseded = untouched && reportedSince(sender.portfolio, project.id, submission.week, start);
  if (isBlank(values) || superseded) return { outcome: 'nothing', project, values };
  const checked = validateReport(typed, start, read.today, untouched || sending.corrects !== null);
  const faulty = milestones.entries.some(({ fault }) => fault);
  if (!checked.ok || faulty) {
    const faults = checked.ok ? [] : checked.faults;
    return { outcome: 'faulty', project, values, milestones: milestones.entries, faults };
  }
  const draft = { ...checked.draft, milestones: milestones.said };
  return record(sender, read, draft, { ...submission, unchanged: untouched });
}

/** Decides what becomes of "nothing changed since the last report"; `sure`: although something was typed. */
export function sendUnchanged(sender: Sender, sending: Sending, sure: boolean): Sent {
  const read = readSending(sender, sending);
  if ('outcome' in read) return read;
  const { project, values, milestones, submission } = read;
  const last = latestReport(sender.portfolio, project.id);
  if (!last) return { outcome: 'noLast', project, values, milestones: milestones.entries };
  const touched = !isBlank(values) && !sameValues(values, read.startValues);
  if (!sure && (touched || milestones.said.length > 0))
    return { outcome: 'typed', project, values, milestones: milestones.entries };
  return record(sender, read, unchangedDraft(sender.portfolio, last), { ...submission, unchanged: true });
}

interface Read {
  project: Project;
  values: Shown;
  /** As typed, without a wish that has been settled since the form was made. */
  typed: Typed;
  start: StatusReport | undefined;
  startValues: Shown;
  milestones: ReturnType<typeof readMilestones>;
  submission: Submission;
  today: string;
}

function readSending(sender: Sender, sending: Sending): Read | Extract<Sent, { outcome: 'forbidden' | 'gone' }> {
  const { portfolio, person, now, schedule } = sender;
  const values = shown(sending.typed);
  const project = portfolio.projects.get(sending.project);
  if (!project) return { outcome: 'gone', values };
  const { programme } = portfolio;
  const today = dayOf(now, programme.timeZone);
  const role = reportingRole(person, project, standIns(portfolio, project, today));
  if (!person || !role) return { outcome: 'forbidden', project, values };
  const start = startOf(portfolio, sending);
  const startValues = startingValues(portfolio, start);
  const settled = start?.decision?.text === values.decision && !openWish(portfolio, project.id, start.decision);
  const typed = settled ? { ...sending.typed, decision: '', decisionBy: '' } : sending.typed;
  const submission: Submission = {
    project: project.id,
    week: weekOfSending(sender, sending),
    openWeek: openWeek(now, schedule, programme),
    by: person.id,
    role,
    form: sending.form,
    corrects: sending.corrects,
    unchanged: false,
  };
  const milestones = readMilestones(project, sending.milestones, replacedBy(portfolio, submission, now), today);
  return { project, values: shown(typed), typed, start, startValues, milestones, submission, today };
}

/** The report the form was filled from: the one to be corrected, else the newest there was when the card was made. */
function startOf(portfolio: Portfolio, { project, seen, corrects }: Sending): StatusReport | undefined {
  const all = portfolio.reports.get(project) ?? [];
  return all.find(({ id }) => id === corrects) ?? latestReport(asSeen(portfolio, project, seen), project);
}

/** The portfolio as far as a project's reports were known at a place of history. */
function asSeen(portfolio: Portfolio, project: string, seen: number | null): Portfolio {
  if (seen === null) return portfolio;
  const later = new Set<string>();
  for (let index = portfolio.history.length - 1; index >= 0; index -= 1) {
    const event = portfolio.history[index];
    if (!event || event.seq <= seen) break;
    if (event.type === 'report.submitted') later.add(event.data.report.id);
  }
  const known = (portfolio.reports.get(project) ?? []).filter(({ id }) => !later.has(id));
  return { ...portfolio, reports: new Map([[project, known]]) };
}

function weekOfSending({ portfolio, schedule, now }: Sender, { week, project }: Sending): string {
  if (week && reportableWeeks(now, portfolio.programme.timeZone).includes(week)) return week;
  return reportingWeek(now, schedule, portfolio, project);
}

/** Whether a week has a report that is not the one the form started from. */
function reportedSince(portfolio: Portfolio, project: string, week: string, start: StatusReport | undefined): boolean {
  return standingReports(portfolio, project).some((report) => report.week === week && report.id !== start?.id);
}

function record(sender: Sender, read: Read, draft: Draft, submission: Submission): Sent {
  const { portfolio, now, schedule } = sender;
  const { report, event } = submit(portfolio, draft, submission, now);
  const other = standingReports(portfolio, read.project.id).findLast(({ week }) => week === report.week);
  const meanwhile =
    other && other.id !== read.start?.id && other.id !== report.id && other.by !== report.by ? other : null;
  const saved: SavedReport = {
    report,
    hints: consistencyHints(portfolio, read.project, draft, read.start, read.today),
    meanwhile,
    late: now >= momentsOf(report.week, schedule, portfolio.programme).digest,
  };
  return { outcome: 'saved', saved, event };
}
