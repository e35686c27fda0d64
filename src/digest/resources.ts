import { daysBetween } from '../programme/calendar.js';
import type { Course, Span } from './course.js';
import type { ResourceLine } from './digest.js';

/** Funding is pressing for what runs or starts within so many days. */
export const FUNDING_DAYS = 90;

/**
 * Where money, people or time run out: whole action fields first (several projects without funding), then projects
 * without funding, with a critical assessment, past their planned end, or with half the funding.
 */
export function resourcesOf(courses: readonly Course[], { today }: Span): ResourceLine[] {
  const active = courses.filter(
    ({ project, followed }) => !project.paused && (followed || startsSoon(project.start, today)),
  );
  const fields = fieldsOf(active.filter(({ project }) => project.resources.funding === 'missing'));
  const told = new Set(fields.flatMap(({ projects }) => projects));
  const lines = active.flatMap((course) => linesOf(course, today, told.has(course.project.id)));
  return [...fields, ...lines.sort((a, b) => RANK[rankOf(a)] - RANK[rankOf(b)])];
}

const RANK = { missing: 0, economic: 1, technical: 2, legal: 3, overdue: 4, partly: 5, field: 6 };
function rankOf(line: ResourceLine): keyof typeof RANK {
  return line.kind === 'funding' ? line.funding : line.kind;
}

function startsSoon(start: string | null, today: string): boolean {
  if (start === null) return false;
  const days = daysBetween(today, start);
  return days >= 0 && days <= FUNDING_DAYS;
}

type FieldLine = Extract<ResourceLine, { kind: 'field' }>;
function fieldsOf(unfunded: readonly Course[]): FieldLine[] {
  const fields = new Map<string, { projects: string[]; investment: number; personnelDays: number }>();
  for (const { project } of unfunded) {
    const field = project.actionFields[0];
    if (field === undefined) continue;
    const sum = fields.get(field) ?? { projects: [], investment: 0, personnelDays: 0 };
    fields.set(field, {
      projects: [...sum.projects, project.id],
      investment: sum.investment + (project.resources.investment ?? 0),
      personnelDays: sum.personnelDays + (project.resources.personnelDays ?? 0),
    });
  }
  return [...fields]
    .filter(([, { projects }]) => projects.length > 1)
    .map(([actionField, { personnelDays, ...sum }]): FieldLine => {
      return { kind: 'field', actionField, ...sum, ...(personnelDays > 0 && { personnelDays }) };
    })
    .sort((a, b) => b.investment - a.investment);
}

/** `told`: that it has no funding was said with its action field. */
function linesOf({ project, followed }: Course, today: string, told: boolean): ResourceLine[] {
  const { id, resources, assessment, end } = project;
  const lines: ResourceLine[] = [];
  if (!told && (resources.funding === 'missing' || resources.funding === 'partly')) {
    const { funding, investment, personnelDays } = resources;
    const need = { ...(investment && { investment }), ...(personnelDays && { personnelDays }) };
    lines.push({ kind: 'funding', project: id, funding, ...need });
  }
  for (const kind of ['economic', 'technical', 'legal'] as const) {
    const found = assessment?.[kind];
    if (found?.rating === 'critical') lines.push({ kind, project: id, note: found.note });
  }
  if (followed && end !== null && end < today) lines.push({ kind: 'overdue', project: id, end });
  return lines;
}
