import { createHash } from 'node:crypto';
import { latestReport, type Portfolio } from '../programme/portfolio.js';
import type { Milestone, Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import { wordings } from '../programme/text.js';
import { FIELDS, shown, type Shown } from './fields.js';
import { consistencyHints, type Hint } from './hints.js';
import { openMilestones } from './milestones.js';
import { openWish } from './submission.js';
import type { Fault } from './validate.js';

/** One project within a form: what it shows and how. Plain data; the card is made from it. */
export interface FormEntry {
  project: string;
  values: Shown;
  /** Milestones that can be ticked or moved, with what was typed. */
  milestones: MilestoneEntry[];
  faults: Fault[];
  /** Said before sending, about the values the form starts from. */
  hints: Hint[];
  expanded: boolean;
  /** Shown without inputs, to keep the card small; it is filled in on a card of its own. */
  brief: boolean;
  /** Whether the person stands in for an absent lead here. */
  standsIn: boolean;
  /** The report the form starts from. */
  last: StatusReport | null;
  /** Set when a report for the form's week is there already. */
  reported: StatusReport | null;
}
export interface MilestoneEntry {
  key: string;
  milestone: Milestone;
  done: string;
  due: string;
  fault: boolean;
}

/** A form for one project (plain input ids) or several (ids suffixed `:<project id>`). */
export interface StatusForm {
  /** Minted with the card: what it sends is recorded once. */
  form: string;
  /** How far history was read when the form was filled (`seq`). */
  seen: number | null;
  several: boolean;
  week: string;
  /** `late`: the week is fixed although over; `correct`: `corrects` is replaced. */
  purpose: 'status' | 'request' | 'reminder' | 'escalation' | 'ask' | 'correct' | 'late';
  corrects: string | null;
  /** Whether the programme office fills it in for the lead. */
  onBehalf?: boolean;
  entries: FormEntry[];
  /** Further projects that follow when these are sent. */
  left: number;
  notice: Notice | null;
  /** Shown in a dialog, where there is room for everything at once. */
  roomy?: boolean;
}
export type Notice =
  | { kind: 'savedSome'; saved: number; open: number }
  | { kind: 'faults'; count: number }
  | { kind: 'faultsSome'; saved: number; open: number }
  | { kind: 'nothing' }
  /** Filled from what was said in chat. */
  | { kind: 'understood' }
  /** Filled from a draft that was left on a day (`YYYY-MM-DD`). */
  | { kind: 'draft'; day: string }
  /** Somebody else has reported since the form was made; their report is shown. */
  | { kind: 'superseded' }
  /** Nothing could be recorded; what was typed stands in the form. */
  | { kind: 'notSaved' }
  | { kind: 'typed' }
  | { kind: 'noLast' }
  | { kind: 'forbidden'; project: string }
  /** `typed`: what was filled in for a project that is no longer there. */
  | { kind: 'gone'; typed: string[] };

/** How many milestones a form offers; the others are far off. */
const OFFERED_MILESTONES = 5;

/** A project as a form starts with it: filled from the last report (or from `from`), nothing typed yet. */
export function formEntry(
  portfolio: Portfolio,
  project: Project,
  week: string,
  today: string,
  options: { from?: StatusReport; expanded?: boolean; standsIn?: boolean } = {},
): FormEntry {
  const last = options.from ?? latestReport(portfolio, project.id);
  const corrected = options.from?.milestones ?? [];
  const newest = latestReport(portfolio, project.id);
  return {
    project: project.id,
    values: startingValues(portfolio, last),
    milestones: offered(project, corrected),
    faults: [],
    hints: last ? consistencyHints(portfolio, project, last, undefined, today) : [],
    expanded: options.expanded ?? false,
    brief: false,
    standsIn: options.standsIn ?? false,
    last: last ?? null,
    reported: newest?.week === week ? newest : null,
  };
}

/** How many projects one card carries, and how many of them with inputs: a card should be read at a glance. */
const ON_A_CARD = 10;
const WITH_INPUTS = 6;

/** Entries as they fit onto one card, those that still owe a report first where not all do. */
export function fitted(entries: readonly FormEntry[]): { entries: FormEntry[]; left: number } {
  const open = entries.filter(({ reported }) => !reported);
  const shown = entries.length <= ON_A_CARD ? entries : open.slice(0, ON_A_CARD);
  let room = WITH_INPUTS;
  const fit = shown.map((entry) => ({ ...entry, brief: entry.brief || (room -= 1) < 0 }));
  return { entries: fit, left: Math.max(0, open.length - shown.length) };
}

/** The next open milestones, and those a report to be corrected has ticked or moved. */
function offered(project: Project, corrected: StatusReport['milestones']): MilestoneEntry[] {
  const said = (milestone: Milestone) => corrected.some(({ title }) => wordings(milestone.title).includes(title));
  const open = openMilestones(project).slice(0, OFFERED_MILESTONES);
  return project.milestones
    .filter((milestone) => open.includes(milestone) || said(milestone))
    .map((milestone) => ({
      key: milestoneKey(milestone),
      milestone,
      done: String(milestone.done !== null),
      due: milestone.due,
      fault: false,
    }));
}

/** What a form starts from: a report's values; a wish that is settled by now is not repeated. */
export function startingValues(portfolio: Portfolio, from: StatusReport | undefined): Shown {
  const wish = from?.decision && openWish(portfolio, from.project, from.decision) ? from.decision : null;
  // Read as a form would send it back, so that an untouched form is known as one.
  return shown({
    health: from?.health,
    progress: from?.progress,
    summary: from?.summary,
    nextSteps: from?.nextSteps,
    risk: from?.risk,
    decision: wish?.text,
    decisionBy: wish?.by,
  });
}

/** Whether nothing at all was filled in. */
export function isBlank(values: Shown): boolean {
  return FIELDS.every((field) => values[field] === '');
}

/** Whether two states of a form say the same. */
export function sameValues(a: Shown, b: Shown): boolean {
  return FIELDS.every((field) => a[field] === b[field]);
}

/** What an input of a milestone is named by; stays the same when the list around it changes. */
export function milestoneKey(milestone: Milestone): string {
  return createHash('sha256').update(wordings(milestone.title).join('\n')).digest('hex').slice(0, 8);
}
