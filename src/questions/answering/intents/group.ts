import { HEALTHS } from '../../../programme/report.js';
import { CLIMATE_EFFECTS, REGISTERS, type Project } from '../../../programme/programme.js';
import type { Body } from '../../answer.js';
import type { GroupKey, Question } from '../../question.js';
import { isWithin } from '../matches.js';
import { measureOf } from '../measures.js';
import type { Scope } from '../scope.js';
import { plain, select } from '../select.js';
import { newestReport } from '../status.js';

type Group = Extract<Question, { intent: 'group' }>;
interface Row {
  id: string | null;
  value: number;
  projects: number;
  listed?: string[];
}
/** More projects than these are not named group by group. */
const MOST_LISTED = 40;

/** How many projects (or how much of a measure) there are per group. Target groups and goals overlap. */
export function group(scope: Scope, { filters, by, measure, order, limit, listed, bound }: Group): Body {
  const hits = plain(select(scope, filters));
  if (hits.length === 0 && !bound) return { kind: 'none', near: [] };
  const ids = bound && isWithin(0, bound) ? possible(scope, by, filters) : every(scope, by, filters);
  const rows = new Map<string | null, Row>(ids.map((id) => [id, { id, value: 0, projects: 0 }]));
  const names = listed === true && hits.length <= MOST_LISTED;
  for (const { project } of hits) {
    for (const id of keysOf(scope, project, by)) {
      const row = rows.get(id) ?? { id, value: 0, projects: 0 };
      row.projects += 1;
      row.value += measure === 'count' ? 1 : (measureOf(scope, project, measure) ?? 0);
      if (names) (row.listed ??= []).push(project.id);
      rows.set(id, row);
    }
  }
  const filled = [...rows.values()].filter((row) =>
    bound ? row.id !== null && isWithin(row.value, bound) : row.projects > 0 || limit === null,
  );
  const sorted = by === 'startYear' || by === 'endYear' ? byYear(filled) : byValue(filled, order);
  return {
    kind: 'groups',
    by,
    measure,
    rows: limit === null ? sorted : cut(byValue(filled, order), limit),
    order,
    limit,
    bound: bound ?? null,
    total: hits.length,
  };
}

function keysOf(scope: Scope, project: Project, by: GroupKey): readonly (string | null)[] {
  switch (by) {
    case 'actionField':
      return [project.actionFields[0] ?? null];
    case 'register':
    case 'climate':
      return [project[by]];
    case 'leadDepartment':
      return [project.lead.department];
    case 'division':
      return [scope.index.departments.get(project.lead.department)?.division ?? null];
    case 'health':
      return [newestReport(scope.portfolio, project.id)?.health ?? null];
    case 'startYear':
      return [project.start?.slice(0, 4) ?? null];
    case 'endYear':
      return [project.end?.slice(0, 4) ?? null];
    case 'targetGroup':
      return project.targetGroups.length > 0 ? project.targetGroups : [null];
    case 'goal':
      return project.goals.length > 0 ? project.goals : [null];
  }
}

/** Groups that are named even when they are empty, unless the question narrows them itself. */
function every(scope: Scope, by: GroupKey, filters: Group['filters']): string[] {
  const { programme } = scope.portfolio;
  if (by === 'actionField' && !filters.actionFields) return programme.actionFields.map(({ id }) => id);
  if (by === 'register' && !filters.registers) return [...REGISTERS];
  if (by === 'health' && !filters.health) return [...HEALTHS];
  if (by === 'climate' && !filters.climate) return [...CLIMATE_EFFECTS];
  return [];
}

/** Groups that may hold nothing at all, for who asks for those with little: offices that exist, all divisions, and the like. */
function possible(scope: Scope, by: GroupKey, filters: Group['filters']): string[] {
  const { divisions, departments, targetGroups, goals } = scope.portfolio.programme;
  if (by === 'leadDepartment' && !filters.organisations)
    return departments.filter(({ kind }) => kind !== 'dissolved' && kind !== 'external').map(({ id }) => id);
  if (by === 'division' && !filters.organisations) return divisions.map(({ id }) => id);
  if (by === 'targetGroup' && !filters.targetGroups) return targetGroups.map(({ id }) => id);
  if (by === 'goal' && !filters.goals) return goals.map(({ id }) => id);
  return every(scope, by, filters);
}

function byValue(rows: readonly Row[], order: Group['order']): Row[] {
  const sign = order === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => Number(a.id === null) - Number(b.id === null) || sign * (a.value - b.value));
}

function byYear(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => (a.id ?? '9999').localeCompare(b.id ?? '9999'));
}

/** The first groups; those equal to the last one belong to it. What belongs to no group is none. */
function cut(rows: readonly Row[], limit: number): Row[] {
  const named = rows.filter((row) => row.id !== null);
  const last = named[limit - 1];
  return named.filter((row, place) => place < limit || row.value === last?.value);
}
