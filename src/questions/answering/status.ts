import { daysBetween, dayOf } from '../../programme/calendar.js';
import type { Decision } from '../../programme/decision.js';
import { isOpen } from '../../programme/decision.js';
import { latestReport, type Portfolio } from '../../programme/portfolio.js';
import type { StatusReport } from '../../programme/report.js';
import type { StatusLine } from '../fact.js';
import type { Scope } from './scope.js';

const newest = new WeakMap<Portfolio, Map<string, StatusReport | null>>();
const lines = new WeakMap<StatusReport, StatusLine & { today: string }>();
const open = new WeakMap<Portfolio, Map<string, Decision[]>>();

/** The newest standing report of a project; found once per portfolio. */
export function newestReport(portfolio: Portfolio, project: string): StatusReport | null {
  let known = newest.get(portfolio);
  if (!known) newest.set(portfolio, (known = new Map()));
  let report = known.get(project);
  if (report === undefined) known.set(project, (report = latestReport(portfolio, project) ?? null));
  return report;
}

/** The newest status of a project with its age, or null when nothing was reported. */
export function statusOf(scope: Scope, project: string): StatusLine | null {
  const report = newestReport(scope.portfolio, project);
  return report && lineFrom(scope, report);
}

/** What a report says of health and progress, with its age today. */
export function lineFrom({ portfolio, today }: Scope, report: StatusReport): StatusLine {
  let line = lines.get(report);
  if (line?.today !== today) {
    const { health, progress, week, submittedAt } = report;
    const ageDays = daysBetween(dayOf(submittedAt, portfolio.programme.timeZone), today);
    lines.set(report, (line = { health, progress, week, submittedAt, ageDays, today }));
  }
  return line;
}

/** Why a project is at risk or critical in all that its newest report says on it, what happened first; null where nothing is. */
export function troubleOf(report: StatusReport | null): string | null {
  if (!report || report.health === 'green') return null;
  const { summary, risk } = report;
  const texts = [summary, risk].map((text) => text.trim()).filter((text, at, all) => text && all.indexOf(text) === at);
  return (
    texts.map((text, at) => (at < texts.length - 1 && !/[.!?…]$/.test(text) ? `${text}.` : text)).join(' ') || null
  );
}

/** What the steering group still owes a project, in the order it was asked. */
export function openDecisions(portfolio: Portfolio, project: string): Decision[] {
  let known = open.get(portfolio);
  if (!known) {
    open.set(portfolio, (known = new Map()));
    for (const decision of portfolio.decisions.values()) {
      if (isOpen(decision)) known.set(decision.project, [...(known.get(decision.project) ?? []), decision]);
    }
  }
  return known.get(project) ?? [];
}
