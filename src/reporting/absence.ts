import { addDays } from '../programme/calendar.js';
import { cadenceOf } from '../programme/policies/due.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';

/** Days somebody is away, both inclusive (`YYYY-MM-DD`), and who stands in for all their projects (else the deputies do). */
export interface Absence {
  id: string;
  person: string;
  from: string;
  to: string;
  substitute: string | null;
}

/** So many days after an absence the one who stood in may still answer what they were asked during it. */
const ANSWERED_WITHIN_DAYS = 7;

const known = new WeakMap<Portfolio, Absence[]>();

/** All absences that have been entered and not been cancelled, in the order they were entered. */
export function absences(portfolio: Portfolio): readonly Absence[] {
  let found = known.get(portfolio);
  if (!found) known.set(portfolio, (found = collect(portfolio)));
  return found;
}

/** The absence of a person on a day; the one entered last counts. */
export function absenceOn(portfolio: Portfolio, person: string, day: string): Absence | undefined {
  return absences(portfolio).findLast((one) => one.person === person && one.from <= day && day <= one.to);
}

/** Who stands in for a project's lead on a day because the lead named them for an absence. */
export function substituteOn(portfolio: Portfolio, project: Project, day: string): string | null {
  const { person } = project.lead;
  return (person && absenceOn(portfolio, person, day)?.substitute) || null;
}

/** Who may report in the lead's stead on a day because the lead named them for an absence, the latest first. */
export function standIns(portfolio: Portfolio, project: Project, day: string): string[] {
  const days = Array.from({ length: ANSWERED_WITHIN_DAYS + 1 }, (_, back) => addDays(day, -back));
  return [...new Set(days.flatMap((each) => substituteOn(portfolio, project, each) ?? []))];
}

/**
 * Who answers for a project on a day: its lead; when the lead is away the substitute they named, else the first deputy
 * who is there. `missing`: there is nobody to be asked, and why.
 */
export function answering(
  portfolio: Portfolio,
  project: Project,
  day: string,
): { person: string; insteadOf: string | null } | { missing: 'no-lead' | 'unknown-person' | 'absent' } {
  const lead = project.lead.person;
  const people = peopleOf(portfolio);
  const present = (person: string) => people.has(person) && !absenceOn(portfolio, person, day);
  if (lead && present(lead)) return { person: lead, insteadOf: null };
  const away = lead ? absenceOn(portfolio, lead, day) : undefined;
  const candidates = [...(away?.substitute ? [away.substitute] : []), ...project.lead.deputies];
  const other = candidates.find((person) => person !== lead && present(person));
  if (other) return { person: other, insteadOf: lead };
  return { missing: !lead ? 'no-lead' : people.has(lead) ? 'absent' : 'unknown-person' };
}

const ids = new WeakMap<Portfolio, ReadonlySet<string>>();
function peopleOf(portfolio: Portfolio): ReadonlySet<string> {
  let found = ids.get(portfolio);
  if (!found) ids.set(portfolio, (found = new Set(portfolio.programme.people.map((person) => person.id))));
  return found;
}

function collect(portfolio: Portfolio): Absence[] {
  const found = new Map<string, Absence>();
  for (const event of portfolio.history) {
    if (event.type === 'absence.entered') found.set(event.data.absence, { ...event.data, id: event.data.absence });
    else if (event.type === 'absence.cancelled') found.delete(event.data.absence);
  }
  return [...found.values()];
}

/** What an absence means for the weekly requests: projects that somebody else is asked about, and those nobody is. */
export function consequences(
  portfolio: Portfolio,
  absence: Absence,
): { covered: Map<string, string[]>; open: string[] } {
  const covered = new Map<string, string[]>();
  const open: string[] = [];
  const told = withAbsence(portfolio, absence);
  for (const project of portfolio.projects.values()) {
    if (project.lead.person !== absence.person || cadenceOf(project) === 'never') continue;
    const who = answering(told, project, absence.from);
    if ('missing' in who) open.push(project.id);
    else covered.set(who.person, [...(covered.get(who.person) ?? []), project.id]);
  }
  return { covered, open };
}

function withAbsence(portfolio: Portfolio, absence: Absence): Portfolio {
  const told = { ...portfolio };
  known.set(told, [...absences(portfolio).filter(({ id }) => id !== absence.id), absence]);
  return told;
}
