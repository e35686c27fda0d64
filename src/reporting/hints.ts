import { daysBetween } from '../programme/calendar.js';
import { standingReports, type Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';
import { HEALTHS, type Health, type StatusReport } from '../programme/report.js';
import { openMilestones, timesMoved } from './milestones.js';
import type { Text } from '../programme/text.js';

/** Something a good colleague would mention. Hints never keep a report from being sent. */
export type Hint =
  | { kind: 'milestoneOverdue'; title: Text; due: string; days: number }
  | { kind: 'endOverdue'; end: string; days: number }
  | { kind: 'progressFell'; from: number; to: number }
  | { kind: 'endMoved'; times: number }
  | { kind: 'milestoneMoved'; title: Text; times: number }
  | { kind: 'doneButOpen'; title: Text }
  | { kind: 'noNextSteps'; health: Health }
  | { kind: 'sameReason'; health: Health }
  /** Weighs most: what is read as the reason was written when the project stood better. */
  | { kind: 'worseSameReason'; from: Health; health: Health }
  | { kind: 'suddenlyGreen' }
  | { kind: 'stuck'; health: Health; weeks: number };

/** The part of a report hints look at; a form that is not sent yet has it too. */
export type Said = Pick<StatusReport, 'health' | 'progress' | 'summary' | 'nextSteps' | 'risk' | 'decision'>;

/** From how many weeks at the same bad health on somebody should ask whether the steering group can help. */
const STUCK_WEEKS = 4;

/**
 * What does not fit together in a report, the weightiest first: against the project's milestones and end, its edits, and
 * the reports before it (`previous`: the one the lead started from).
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function consistencyHints(
  portfolio: Portfolio,
  project: Project,
  said: Said,
  previous: StatusReport | undefined,
  today: string,
): Hint[] {
  return [
    ...reasonHints(said, previous),
    ...overdueHints(project, said, today),
    ...movedHints(portfolio, project),
    ...courseHints(portfolio, project, said, previous),
  ];
}

function reasonHints(said: Said, previous: StatusReport | undefined): Hint[] {
  if (!previous || !isWorse(said.health, previous.health) || !sameReason(said, previous)) return [];
  return [{ kind: 'worseSameReason', from: previous.health, health: said.health }];
}

function sameReason(said: Said, previous: StatusReport): boolean {
  return said.summary === previous.summary && said.risk === previous.risk;
}

function isWorse(health: Health, before: Health): boolean {
  return HEALTHS.indexOf(health) > HEALTHS.indexOf(before);
}

function overdueHints(project: Project, said: Said, today: string): Hint[] {
  const open = openMilestones(project);
  const hints: Hint[] = [];
  const late = open.find((milestone) => milestone.due < today);
  if (late && said.health === 'green')
    hints.push({ kind: 'milestoneOverdue', title: late.title, due: late.due, days: daysBetween(late.due, today) });
  if (project.end && project.end < today && said.health === 'green' && said.progress !== 100)
    hints.push({ kind: 'endOverdue', end: project.end, days: daysBetween(project.end, today) });
  if (said.progress === 100 && open[0]) hints.push({ kind: 'doneButOpen', title: open[0].title });
  return hints;
}

function movedHints(portfolio: Portfolio, project: Project): Hint[] {
  const hints: Hint[] = [];
  const times = timesPostponed(portfolio, project.id);
  if (times >= 2) hints.push({ kind: 'endMoved', times });
  for (const milestone of openMilestones(project)) {
    const moves = timesMoved(portfolio, project, milestone);
    if (moves >= 2) hints.push({ kind: 'milestoneMoved', title: milestone.title, times: moves });
  }
  return hints;
}

/** How often imports put a project's end to a later day. */
export function timesPostponed(portfolio: Portfolio, project: string): number {
  return portfolio.history
    .flatMap((event) => (event.type === 'programme.imported' ? event.data.changes : []))
    .filter(({ noun, id, field }) => noun === 'project' && id === project && field === 'end')
    .filter(({ from, to }) => typeof from === 'string' && typeof to === 'string' && to > from).length;
}

function courseHints(portfolio: Portfolio, project: Project, said: Said, previous: StatusReport | undefined): Hint[] {
  const hints: Hint[] = [];
  if (typeof previous?.progress === 'number' && typeof said.progress === 'number' && said.progress < previous.progress)
    hints.push({ kind: 'progressFell', from: previous.progress, to: said.progress });
  if (said.health !== 'green' && !said.nextSteps) hints.push({ kind: 'noNextSteps', health: said.health });
  if (previous && said.health !== previous.health) {
    if (said.health === 'green' && previous.health === 'red') hints.push({ kind: 'suddenlyGreen' });
    else if (sameReason(said, previous) && !isWorse(said.health, previous.health))
      hints.push({ kind: 'sameReason', health: said.health });
  }
  const weeks = weeksAt(portfolio, project.id, said.health);
  if (said.health !== 'green' && weeks >= STUCK_WEEKS && !said.decision)
    hints.push({ kind: 'stuck', health: said.health, weeks });
  return hints;
}

/** For how many reported weeks in a row, up to the last, a project has stood at a health. */
function weeksAt(portfolio: Portfolio, project: string, health: Health): number {
  const byWeek = new Map<string, Health>();
  for (const report of standingReports(portfolio, project)) byWeek.set(report.week, report.health);
  const course = [...byWeek].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, each]) => each);
  const other = course.findIndex((each) => each !== health);
  return other === -1 ? course.length : other;
}
