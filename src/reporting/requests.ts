import { dayOf, weekOf } from '../programme/calendar.js';
import { hasReport, type Portfolio } from '../programme/portfolio.js';
import { owesReport, reportDue } from '../programme/policies/due.js';
import { isPublicHoliday } from './working-days.js';
import { answering } from './absence.js';
import { requestKey } from './message-keys.js';
import type { AskedProject, Plan, SkipReason, Skipped } from './plan.js';

/**
 * The weekly request at an instant: one message per person for all projects a report is due from in that ISO week and
 * that have none yet. On a public holiday nobody is asked. Keys: `request:<week>:<person>`.
 */
export function dueRequests(portfolio: Portfolio, at: Date): Plan {
  const { timeZone, holidays } = portfolio.programme;
  const day = dayOf(at, timeZone);
  const week = weekOf(at, timeZone);
  const missing = missingReports(portfolio, week, day, isPublicHoliday(day, holidays) ? () => 'holiday' : () => null);
  const messages = [...missing.byPerson].map(([person, projects]) => ({
    kind: 'request' as const,
    key: requestKey(week, person),
    person,
    week,
    projects,
  }));
  return { week, messages, skipped: missing.skipped };
}

/**
 * The reports due for a week that are not there yet, by the person who answers for them on a day; `hold` may keep
 * somebody from being written to.
 */
export function missingReports(
  portfolio: Portfolio,
  week: string,
  day: string,
  hold: (person: string) => SkipReason | null = () => null,
): { byPerson: Map<string, AskedProject[]>; skipped: Skipped[] } {
  const byPerson = new Map<string, AskedProject[]>();
  const skipped: Skipped[] = [];
  for (const project of portfolio.projects.values()) {
    const due = reportDue(project, week);
    if (project.paused && !due && project.register === 'running')
      skipped.push({ project: project.id, person: project.lead.person, reason: 'paused' });
    if (!due) continue;
    const who = answering(portfolio, project, day);
    const person = 'missing' in who ? project.lead.person : who.person;
    const reason = hasReport(portfolio, project.id, week)
      ? 'reported'
      : 'missing' in who
        ? who.missing
        : hold(who.person);
    if (reason) skipped.push({ project: project.id, person, reason });
    else if (!('missing' in who)) {
      const list = byPerson.get(who.person) ?? [];
      if (list.length === 0) byPerson.set(who.person, list);
      list.push({ project: project.id, insteadOf: who.insteadOf });
    }
  }
  return { byPerson, skipped };
}

/** The projects a report is due from for a week and is not there, in the programme's order. */
export function missingProjects(portfolio: Portfolio, week: string): string[] {
  return [...portfolio.projects.values()].filter((project) => owesReport(portfolio, project, week)).map(({ id }) => id);
}
