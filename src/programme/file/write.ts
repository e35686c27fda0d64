import { standingReports, type Portfolio } from '../portfolio.js';
import type { StatusReport } from '../report.js';
import { FORMAT } from './schema.js';

/**
 * The programme with its standing reports as a programme file, the inverse of `parseProgrammeFile`. What is not stated
 * is left out. Rulings, withdrawn reports and the programme's earlier states are history and have no place in a file.
 */
export function writeProgrammeFile(portfolio: Portfolio): string {
  const { programme } = portfolio;
  const people = new Set(programme.people.map((person) => person.id));
  const reports = programme.projects
    .flatMap((project) => standingReports(portfolio, project.id))
    .map((report) => fileReport(report, people));
  const { departments, projects } = programme;
  const file = { ...(withoutEmpty(programme) as object), ...(withoutEmpty({ reports }) as object) };
  // These two lists belong to every file, be they empty.
  const lists = { departments: withoutEmpty(departments), projects: withoutEmpty(projects) };
  return `${JSON.stringify({ format: FORMAT, ...file, ...lists }, null, 2)}\n`;
}

function fileReport(report: StatusReport, people: ReadonlySet<string>): object {
  const { role: _role, corrects: _corrects, withdrawn: _withdrawn, unchanged, by, ...rest } = report;
  // A file may name only people it lists; whoever has left the programme is no longer named.
  return { ...rest, by: by !== null && people.has(by) ? by : null, unchanged: unchanged || null };
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([field, inner]) => [field, withoutEmpty(inner)])
      .filter(([, inner]) => !isEmpty(inner)),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
