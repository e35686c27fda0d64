import { dayOf } from '../programme/calendar.js';
import { answersFor } from '../programme/policies/project.js';
import { owesReport } from '../programme/policies/due.js';
import { latestReport, type Portfolio } from '../programme/portfolio.js';
import type { Person, Project } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import { substituteOn } from './absence.js';

/** A project somebody answers for, and why. */
export interface OwnProject {
  project: string;
  as: 'lead' | 'deputy' | 'standIn';
  last: StatusReport | null;
  /** A report for the week is due and not there. */
  missing: boolean;
}

/**
 * The projects somebody leads, is deputy of, or stands in for at an instant: those that owe a report for the week first,
 * then led before deputised, otherwise in the programme's order.
 */
export function ownProjects(portfolio: Portfolio, person: Person | null, week: string, now: Date): OwnProject[] {
  if (!person) return [];
  const today = dayOf(now, portfolio.programme.timeZone);
  const rank = (own: OwnProject) => (own.missing ? 0 : 3) + ['lead', 'standIn', 'deputy'].indexOf(own.as);
  return [...portfolio.projects.values()]
    .flatMap((project): OwnProject[] => {
      const as = capacity(portfolio, person, project, today);
      if (!as) return [];
      const missing = owesReport(portfolio, project, week);
      return [{ project: project.id, as, last: latestReport(portfolio, project.id) ?? null, missing }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function capacity(portfolio: Portfolio, person: Person, project: Project, today: string): OwnProject['as'] | null {
  if (project.lead.person === person.id) return 'lead';
  if (substituteOn(portfolio, project, today) === person.id) return 'standIn';
  return answersFor(person, project) ? 'deputy' : null;
}
