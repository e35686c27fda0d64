import type { Portfolio } from '../programme/portfolio.js';
import type { Person } from '../programme/programme.js';
import type { Recorded } from '../programme/events.js';
import type { StatusReport } from '../programme/report.js';
import type { Absence } from './absence.js';

/** What the programme and its history hold about one person; texts of reports belong to their projects. */
export interface PersonalRecord {
  /** As the programme file lists them. */
  entry: Person;
  responsibilities: { project: string; as: 'lead' | 'deputy' }[];
  reports: { project: string; week: string; role: StatusReport['role']; submittedAt: string }[];
  /** Asked for or ruled on, by project. */
  decisions: { project: string; as: 'asked' | 'ruled'; at: string }[];
  /** Their own, and those in which they stand in; cancelled ones too. */
  absences: Absence[];
  /** Every event of history that names them. */
  events: { seq: number; type: Recorded['type']; at: string }[];
}

/** Collects what is known about a person of the programme. */
export function personalRecord(portfolio: Portfolio, entry: Person): PersonalRecord {
  const { id } = entry;
  const events = portfolio.history.filter((event) => names(event, id));
  return {
    entry,
    responsibilities: [...portfolio.projects.values()].flatMap(({ id: project, lead }) => [
      ...(lead.person === id ? [{ project, as: 'lead' as const }] : []),
      ...(lead.deputies.includes(id) ? [{ project, as: 'deputy' as const }] : []),
    ]),
    reports: [...portfolio.reports.values()]
      .flat()
      .filter(({ by }) => by === id)
      .map(({ project, week, role, submittedAt }) => ({ project, week, role, submittedAt })),
    decisions: [...portfolio.decisions.values()].flatMap(({ project, askedBy, askedAt, rulings }) => [
      ...(askedBy === id ? [{ project, as: 'asked' as const, at: askedAt }] : []),
      ...rulings.filter(({ by }) => by === id).map(({ at }) => ({ project, as: 'ruled' as const, at })),
    ]),
    absences: events.flatMap((event) =>
      event.type === 'absence.entered' ? [{ ...event.data, id: event.data.absence }] : [],
    ),
    events: events.map(({ seq, type, at }) => ({ seq, type, at })),
  };
}

function names(event: Recorded, person: string): boolean {
  if (event.by === person) return true;
  switch (event.type) {
    case 'report.submitted':
      return event.data.report.by === person;
    case 'absence.entered':
      return event.data.person === person || event.data.substitute === person;
    case 'reminders.snoozed':
    case 'person.forgotten':
      return event.data.person === person;
    default:
      return false;
  }
}
