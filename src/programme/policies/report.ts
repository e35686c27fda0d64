import type { Person, Project } from '../programme.js';
import type { StatusReport } from '../report.js';
import { isOffice } from './person.js';

/**
 * In which role somebody may report on a project: as its lead, as deputy (named in the programme, or standing in for an
 * absent lead: `standIns`), or for the programme office; null = not at all.
 */
export function reportingRole(
  person: Person | null,
  project: Project,
  standIns: readonly string[] = [],
): 'lead' | 'deputy' | 'office' | null {
  if (!person) return null;
  if (project.lead.person === person.id) return 'lead';
  if (project.lead.deputies.includes(person.id) || standIns.includes(person.id)) return 'deputy';
  return isOffice(person) ? 'office' : null;
}

/** Whether somebody may report on a project; see `reportingRole`. */
export function mayReport(person: Person | null, project: Project, standIns: readonly string[] = []): boolean {
  return reportingRole(person, project, standIns) !== null;
}

/** Notes for the programme office are read by the office and by whoever wrote them. */
export function mayReadOfficeNote(person: Person | null, report: StatusReport): boolean {
  return isOffice(person) || (person !== null && report.by === person.id);
}
