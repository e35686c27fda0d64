import { addWeeks, dayOf, daysBetween, mondayOf, weekOf } from '../../programme/calendar.js';
import { cadenceOf } from '../../programme/policies/due.js';
import type { Milestone, Programme, Project } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import { dealCourses, healthAt, WEEKS, type CourseName } from './course.js';
import { dice } from './dice.js';
import { demoMilestones, plusDays, timePassed, workday } from './milestones.js';
import { submittedAt } from './timing.js';
import { Wording, type Occasion, type Phase } from './wording.js';

/** A status report as it stands in a programme file. */
export interface FileReport {
  project: string;
  week: string;
  by: string | null;
  submittedAt: string;
  health: Health;
  progress: number;
  summary: string;
  nextSteps: string;
  risk: string;
  decision?: { text: string; by: string };
  milestones?: { title: string; due: string; done: string | null }[];
}
export interface History {
  /** In the order they were submitted. */
  reports: FileReport[];
  milestones: Map<string, Milestone[]>;
}
export interface HistoryOptions {
  /** The instant the history ends at; nothing in it is later. */
  now: Date;
  /** Another seed gives another history. */
  seed: string;
  /** Project ids that still owe the current week's report. */
  owing: readonly string[];
}

const PENDING_DECISIONS = 2;
const MOVED_MILESTONES = 2;

/**
 * Plausible status history for a programme's running projects, eight weeks that are over and the current one: mixed health
 * with reasons that last, some reports late and some missing, milestones reached, moved and overdue, two decisions
 * pending. The same programme, instant and seed give the same history.
 */
export function statusHistory(programme: Programme, { now, seed, owing }: HistoryOptions): History {
  const zone = programme.timeZone;
  const today = dayOf(now, zone);
  const thisWeek = weekOf(now, zone);
  const weeks = Array.from({ length: WEEKS }, (_, index) => addWeeks(thisWeek, index + 1 - WEEKS));
  const projects = programme.projects.filter(
    (project) => project.register === 'running' && cadenceOf(project) !== 'never',
  );
  const courses = dealCourses(projects, owing, seed);
  const wording = new Wording(programme, seed);
  const milestones = new Map<string, Milestone[]>();
  const reports: FileReport[] = [];
  const asking: Asking[] = [];
  let troubled = 0;
  for (const project of projects) {
    const course = courses.get(project.id) ?? 'steady';
    if (course !== 'steady') troubled++;
    const plan = demoMilestones(project, healthAt(course, WEEKS - 1), today, seed);
    milestones.set(project.id, plan);
    const progress = progressOf(project, course, weeks, today, seed);
    let ordinal = 0;
    for (const [index, week] of weeks.entries()) {
      const submitted = submittedAt(project, week, index, { now, zone, seed, owing });
      if (!submitted) continue;
      const health = healthAt(course, index);
      const occasion: Occasion = {
        project,
        health,
        resolved: health === 'green' && index > 0 && healthAt(course, index - 1) !== 'green',
        phase: phaseOf(progress[index] ?? 0),
        milestone: plan.find(({ done }) => done === null) ?? plan.at(-1),
        ordinal: ordinal++,
        trouble: troubled,
      };
      const by = authorOf(project, week, seed);
      const report: FileReport = {
        project: project.id,
        week,
        by,
        submittedAt: submitted,
        health,
        progress: progress[index] ?? 0,
        ...wording.report(occasion),
      };
      reports.push(report);
      if (health !== 'green' && index === WEEKS - 2) asking.push({ report, occasion });
    }
  }
  const urgent = asking.sort((a, b) => weight(b.report.health) - weight(a.report.health));
  askDecisions(urgent, wording, { reports, thisWeek });
  moveMilestones([...urgent].reverse(), wording, today);
  return { reports: reports.sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt)), milestones };
}

type Asking = { report: FileReport; occasion: Occasion };

/** A wish stands as long as the newest report repeats it. */
function askDecisions(
  asking: readonly Asking[],
  wording: Wording,
  { reports, thisWeek }: { reports: readonly FileReport[]; thisWeek: string },
): void {
  for (const [at, { report, occasion }] of asking.slice(0, PENDING_DECISIONS).entries()) {
    const decision = { text: wording.decision(occasion), by: plusDays(mondayOf(addWeeks(thisWeek, at + 1)), 4) };
    const since = reports.filter(({ project, week }) => project === report.project && week >= report.week);
    for (const each of since) each.decision = decision;
  }
}

function moveMilestones(asking: readonly Asking[], wording: Wording, today: string): void {
  const distance = ({ occasion: { milestone } }: Asking) => Math.abs(daysBetween(today, milestone?.due ?? today));
  const movable = asking
    .filter(({ occasion: { milestone } }) => milestone?.done === null)
    .sort((a, b) => distance(a) - distance(b));
  for (const { report, occasion } of movable.slice(0, MOVED_MILESTONES)) {
    const { milestone } = occasion;
    const title = milestone?.title.de ?? milestone?.title.en;
    if (!milestone || !title) continue;
    const from = milestone.due;
    const to = workday(plusDays(from > today ? from : today, 28));
    report.milestones = [{ title, due: to, done: null }];
    report.summary = `${report.summary} ${wording.moved(occasion, from, to)}`;
  }
}

function weight(health: Health): number {
  return { green: 0, amber: 1, red: 2 }[health];
}

function phaseOf(progress: number): Phase {
  if (progress < 15) return 'start';
  if (progress < 40) return 'concept';
  return progress < 85 ? 'rollout' : 'closing';
}

/** Per cent by week: with the time while all is well, slower in trouble; people give it in steps of five. */
function progressOf(
  project: Project,
  course: CourseName,
  weeks: readonly string[],
  today: string,
  seed: string,
): number[] {
  const passed = weeks.map((week) => 100 * timePassed(project, plusDays(mondayOf(week), 4), today));
  const most = { green: 95, amber: 85, red: 75 }[healthAt(course, WEEKS - 1)];
  let value = Math.max(0, (passed[0] ?? 0) * (0.8 + 0.2 * dice(seed, project.id, 'progress')));
  return passed.map((percent, index) => {
    const pace = { green: 1.2, amber: 0.4, red: 0 }[healthAt(course, index)];
    value += Math.max(0, percent - (passed[index - 1] ?? percent)) * pace;
    return 5 * Math.floor(Math.min(most, value) / 5);
  });
}

function authorOf({ id, lead }: Project, week: string, seed: string): string | null {
  const [deputy] = lead.deputies;
  return deputy && dice(seed, id, week, 'deputy') < 0.15 ? deputy : (lead.person ?? deputy ?? null);
}
