import { daysBetween } from '../programme/calendar.js';
import type { Course, Span } from './course.js';
import type { ResourceLine } from './digest.js';

/** Funding is pressing for what runs or starts within so many days. */
export const FUNDING_DAYS = 90;

/**
 * Where money, people or time run out: whole action fields first (several projects without funding), then projects
 * without funding, with a critical assessment, or past their planned end.
 */
export function resourcesOf(courses: readonly Course[], { today }: Span): ResourceLine[] {
  const active = courses.filter(
    ({ project, followed }) => !project.paused && (followed || startsSoon(project.start, today)),
  );
  const unfunded = active.filter(({ project }) => project.resources.funding === 'missing');
  return [...fieldsOf(unfunded), ...active.flatMap((course) => linesOf(course, today))];
}

function startsSoon(start: string | null, today: string): boolean {
  if (start === null) return false;
  const days = daysBetween(today, start);
  return days >= 0 && days <= FUNDING_DAYS;
}

function fieldsOf(unfunded: readonly Course[]): ResourceLine[] {
  const fields = new Map<string, { projects: number; investment: number }>();
  for (const { project } of unfunded) {
    const field = project.actionFields[0];
    if (field === undefined) continue;
    const sum = fields.get(field) ?? { projects: 0, investment: 0 };
    fields.set(field, { projects: sum.projects + 1, investment: sum.investment + (project.resources.investment ?? 0) });
  }
  return [...fields]
    .filter(([, { projects }]) => projects > 1)
    .map(([actionField, sum]): ResourceLine => ({ kind: 'field', actionField, ...sum }))
    .sort((a, b) => (a.kind === 'field' && b.kind === 'field' ? b.investment - a.investment : 0));
}

function linesOf({ project, followed }: Course, today: string): ResourceLine[] {
  const { id, resources, assessment, end } = project;
  const lines: ResourceLine[] = [];
  if (resources.funding === 'missing' || resources.funding === 'partly') {
    lines.push({ kind: 'funding', project: id, funding: resources.funding });
  }
  for (const kind of ['economic', 'technical', 'legal'] as const) {
    const found = assessment?.[kind];
    if (found?.rating === 'critical') lines.push({ kind, project: id, note: found.note });
  }
  if (followed && end !== null && end < today) lines.push({ kind: 'overdue', project: id, end });
  return lines;
}
