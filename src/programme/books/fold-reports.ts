import { latestReport } from '../portfolio.js';
import type { StatusReport } from '../report.js';
import type { Books } from './books.js';
import { presentProject } from './present.js';
import { wished } from './wishes.js';

/** One more report of a project. */
export function submitted(books: Books, report: StatusReport, seq: number): Books {
  if (books.filed.has(report.id)) return books;
  const { project } = report;
  const reports = books.reports.with(project, [...(books.reports.get(project) ?? []), report]);
  const filed = books.filed.with(report.id, { project, seq });
  return spoken({ ...books, reports, filed }, project, report.submittedAt);
}

/** A report is taken back; what stood before it counts again. */
export function withdrawn(books: Books, id: string, withdrawal: NonNullable<StatusReport['withdrawn']>): Books {
  const project = books.filed.get(id)?.project;
  const all = project === undefined ? undefined : books.reports.get(project);
  if (project === undefined || !all?.some((report) => report.id === id && !report.withdrawn)) return books;
  const reports = all.map((report) => (report.id === id ? { ...report, withdrawn: withdrawal } : report));
  return spoken({ ...books, reports: books.reports.with(project, reports) }, project, withdrawal.at);
}

/** What follows from a project's reports being others than before. */
function spoken(books: Books, project: string, at: string): Books {
  return wished(withPresent(books, project), project, latestReport(books, project), at);
}

function withPresent(books: Books, id: string): Books {
  const filed = books.fileProjects.get(id);
  const present = filed && presentProject(books, filed);
  if (!present || present === books.projects.get(id)) return books;
  return { ...books, projects: books.projects.with(id, present) };
}
