import { createHash } from 'node:crypto';
import { isOpen, type Decision } from '../programme/decision.js';
import type { ProgrammeEvent } from '../programme/events.js';
import { standingReports, type Portfolio } from '../programme/portfolio.js';
import type { DecisionWish, StatusReport } from '../programme/report.js';
import type { Draft } from './validate.js';

/** Who reports in which role, for which week, by which form. */
export interface Submission {
  project: string;
  week: string;
  /** The earliest week whose digest has not gone out yet. */
  openWeek: string;
  by: string;
  role: 'lead' | 'deputy' | 'office';
  /** The form's id, minted when the card was made: sending the same form again is not a second report. */
  form: string;
  /** The report to be replaced, or null. */
  corrects: string | null;
  unchanged: boolean;
}

/** The report, and the event that records it; no event when the same form has said the same before. */
export interface Submitted {
  report: StatusReport;
  event: ProgrammeEvent | null;
}

/** Within this time the same form is a retry, even if a digest went out in between; in milliseconds. */
const RETRY = 10 * 60_000;

/**
 * The report a submission replaces: the one the same form made before, as long as its week is open (an old week's form
 * makes a new report), else the one it says it corrects.
 */
export function replacedBy(portfolio: Portfolio, submission: Submission, now: Date): StatusReport | undefined {
  const last = reportsByForm(portfolio, submission.form, submission.project).at(-1);
  const recent = last && now.getTime() - Date.parse(last.submittedAt) < RETRY;
  if (last && !last.withdrawn && (recent || last.week >= submission.openWeek)) return last;
  return standingReports(portfolio, submission.project).find(({ id }) => id === submission.corrects);
}

/**
 * Turns a checked draft into an event. A form sent twice with the same contents is recorded once; sent again with other
 * contents it corrects the report it made before. What a report wishes decided follows from it when it is recorded.
 */
export function submit(portfolio: Portfolio, draft: Draft, submission: Submission, now: Date): Submitted {
  const { project, by, role, form, unchanged } = submission;
  const ours = reportsByForm(portfolio, form, project);
  const replaced = replacedBy(portfolio, submission, now);
  if (replaced && ours.includes(replaced) && sameContents(replaced, draft)) return { report: replaced, event: null };
  const at = now.toISOString();
  const report: StatusReport = {
    id: `${prefixOf(form, project)}-${ours.length + 1}-${digestOf(JSON.stringify(draft)).slice(0, 8)}`,
    project,
    week: replaced?.week ?? submission.week,
    by,
    role,
    submittedAt: at,
    ...draft,
    unchanged,
    corrects: replaced?.id ?? null,
    withdrawn: null,
  };
  return { report, event: { id: report.id, type: 'report.submitted', at, by, why: null, data: { report } } };
}

/** What a form has recorded about a project so far, in order. */
export function reportsByForm(portfolio: Portfolio, form: string, project: string): StatusReport[] {
  const prefix = `${prefixOf(form, project)}-`;
  return (portfolio.reports.get(project) ?? []).filter(({ id }) => id.startsWith(prefix));
}

/** The values of the last report once more, for "nothing changed". A wish that has been decided meanwhile is not repeated. */
export function unchangedDraft(portfolio: Portfolio, last: StatusReport): Draft {
  const { health, progress, summary, nextSteps, risk, decision } = last;
  const wanted = decision && openWish(portfolio, last.project, decision) ? decision : null;
  return { health, progress, summary, nextSteps, risk, decision: wanted, officeNote: null, milestones: [] };
}

/** Whether a report says the same as a draft. */
export function sameContents(report: StatusReport, draft: Draft): boolean {
  const contents = (from: Draft) => [
    from.health,
    from.progress,
    from.summary,
    from.nextSteps,
    from.risk,
    from.decision?.text ?? null,
    from.decision?.by ?? null,
    from.officeNote,
    ...from.milestones.flatMap(({ title, due, done }) => [title, due, done]),
  ];
  return JSON.stringify(contents(report)) === JSON.stringify(contents(draft));
}

/** The open decision a project has asked for in exactly these words. */
export function openWish(portfolio: Portfolio, project: string, wish: DecisionWish): Decision | undefined {
  return [...portfolio.decisions.values()].find(
    (decision) => decision.project === project && decision.text === wish.text && isOpen(decision),
  );
}

/** Ids must be plain ASCII whatever a city calls its projects, hence the hash. */
function prefixOf(form: string, project: string): string {
  return `report-${digestOf(`${form}\n${project}`).slice(0, 20)}`;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
