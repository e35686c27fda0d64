import { DateTime } from 'luxon';
import { mondayOf } from '../../../programme/calendar.js';
import type { Change } from '../../../programme/events.js';
import { inOrderOfWeeks, standingReports } from '../../../programme/portfolio.js';
import { reasonOf, type StatusReport } from '../../../programme/report.js';
import type { Body } from '../../answer.js';
import type { Filters, Question, Turned } from '../../question.js';
import { HEALTH_PLACE } from '../order.js';
import type { Scope } from '../scope.js';
import { select } from '../select.js';

/** So far back is looked where no day is named. */
export const USUAL_DAYS = 7;
type Changes = Extract<Body, { kind: 'changes' }>;

/** What is different since a day (or the last seven): statuses that turned, edits of projects, reports that came in. */
export function changes(scope: Scope, question: Extract<Question, { intent: 'changes' }>): Body {
  const { since: day, filters, weeks, turned: direction } = question;
  if (weeks) return towards(betweenWeeks(scope, filters, weeks), direction);
  const zone = scope.portfolio.programme.timeZone;
  const since = day
    ? DateTime.fromISO(day, { zone }).toUTC().toISO()
    : DateTime.fromJSDate(scope.now, { zone }).minus({ days: USUAL_DAYS }).toUTC().toISO();
  const from = since ?? scope.now.toISOString();
  const whole = Object.keys(filters).length === 0;
  const projects = new Set(select(scope, filters).map(({ project }) => project.id));
  let count = 0;
  const health: Changes['health'] = [];
  for (const id of projects) {
    // What was handed in late for an earlier week does not turn the present status.
    const standing = standingReports(scope.portfolio, id).sort(inOrderOfWeeks);
    const recent = standing.filter((report) => later(report, from));
    count += recent.length;
    const turn = turned(standing, recent);
    if (turn) health.push(turn);
  }
  const edits = direction ? [] : editsSince(scope, from, projects, whole);
  return towards({ kind: 'changes', since: from, weeks: null, health, edits, reports: count }, direction);
}

/** Only the statuses that turned in a direction; a first report turns nothing. */
function towards(body: Changes, turned: Turned | undefined): Changes {
  if (!turned) return body;
  const sign = turned === 'better' ? -1 : 1;
  const health = body.health.filter(
    ({ from, to }) => from !== null && sign * (HEALTH_PLACE[to] - HEALTH_PLACE[from]) > 0,
  );
  return { ...body, health, turned };
}

/** Which statuses differ from one week to another: what stood at the end of the one and what was reported until the other. */
function betweenWeeks(scope: Scope, filters: Filters, weeks: { from: string; to: string }): Changes {
  const health: Changes['health'] = [];
  let reports = 0;
  for (const { project } of select(scope, filters)) {
    const standing = standingReports(scope.portfolio, project.id).sort(inOrderOfWeeks);
    const then = standing.filter(({ week }) => week > weeks.from && week <= weeks.to);
    reports += then.length;
    const before = standing.findLast(({ week }) => week <= weeks.from);
    const last = then.at(-1);
    if (!before || !last || before.health === last.health) continue;
    health.push({ project: project.id, from: before.health, to: last.health, week: last.week, reason: reasonOf(last) });
  }
  return { kind: 'changes', since: `${mondayOf(weeks.from)}T00:00:00.000Z`, weeks, health, edits: [], reports };
}

function later({ submittedAt }: StatusReport, since: string): boolean {
  return Date.parse(submittedAt) >= Date.parse(since);
}

function turned(standing: readonly StatusReport[], recent: readonly StatusReport[]): Changes['health'][number] | null {
  const last = standing.at(-1);
  if (!last || !recent.includes(last)) return null;
  const before = standing.findLast((report) => !recent.includes(report));
  if (before?.health === last.health) return null;
  const { project, health: to, week } = last;
  return { project, from: before?.health ?? null, to, week, reason: reasonOf(last) };
}

function editsSince(
  { portfolio }: Scope,
  since: string,
  projects: ReadonlySet<string>,
  whole: boolean,
): Changes['edits'] {
  const edits: (Change & { at: string })[] = [];
  for (let place = portfolio.history.length - 1; place >= 0; place -= 1) {
    const event = portfolio.history[place];
    if (!event || Date.parse(event.at) < Date.parse(since)) break;
    // The first import is no change: before it there was nothing.
    if (event.type !== 'programme.imported' || event.data.revision <= 1) continue;
    for (const change of event.data.changes) {
      // Which values of a demo are invented is nothing that happened to a project.
      if (change.noun !== 'project' || change.field === 'fictional') continue;
      if (whole || projects.has(change.id)) edits.push({ ...change, at: event.at });
    }
  }
  return edits;
}
