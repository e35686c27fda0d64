import type { Programme, Project, Register, Resources } from '../../src/programme/programme.js';

/** How `must` and `may` of a turn follow from the programme; the same words as in the question sets' `filter`. */
export interface Condition {
  dept?: string;
  division?: string;
  relation?: 'affects' | 'leads';
  notLead?: string;
  field?: string;
  target?: string;
  goal?: string;
  register?: Register[];
  climate?: string;
  legal?: string;
  start?: [string, string];
  end?: [string, string];
  overdue?: boolean;
  investmentOver?: number;
  investmentUnder?: number;
  investmentBetween?: [number, number];
  null?: keyof Resources;
  top?: { key: 'investment' | 'end' | 'start'; n: number; dir: 'max' | 'min' };
  ask?: 'count' | `sum:${'investment' | 'runningPerYear' | 'personnelDays' | 'fte'}`;
}
export interface Computed {
  must: string[];
  may: string[] | 'any';
  count?: number;
  facts?: string[][];
}

/** What a right reply must and may name (QUESTIONS.md, "Semantics"), reckoned straight from the programme. */
export function expectationOf(condition: Condition, programme: Programme, today: string): Computed {
  const may: string[] = [];
  const found = programme.projects.filter((project) => {
    if (!plainConditions(condition, project, today)) return false;
    const kinds = [organisationMatch(condition, project, programme), fieldMatch(condition, project)];
    if (kinds.includes('no')) return false;
    if (kinds.includes('may')) {
      may.push(project.id);
      return false;
    }
    return true;
  });
  const chosen = condition.top ? ranked(found, condition.top) : found;
  const must = chosen.map((project) => project.id);
  if (condition.ask === 'count') return { must: [], may: 'any', count: must.length };
  if (condition.ask) {
    const measure = condition.ask.slice('sum:'.length) as 'investment';
    const sum = found.reduce((total, project) => total + (project.resources[measure] ?? 0), 0);
    return { must: [], may: 'any', facts: [[sum.toLocaleString('de-DE'), sum.toLocaleString('en-GB')]] };
  }
  return { must, may };
}

function plainConditions(condition: Condition, project: Project, today: string): boolean {
  const { investment } = project.resources;
  const within = (day: string | null, range: [string, string] | undefined) =>
    !range || (day !== null && day >= range[0] && day <= range[1]);
  return (
    (!condition.register || condition.register.includes(project.register)) &&
    (!condition.target || project.targetGroups.includes(condition.target)) &&
    (!condition.goal || project.goals.includes(condition.goal)) &&
    (!condition.climate || project.climate === condition.climate) &&
    (!condition.legal || project.legalBasis.some((law) => law.includes(condition.legal ?? ''))) &&
    (!condition.notLead || project.lead.department !== condition.notLead) &&
    (!condition.overdue ||
      (project.end !== null && project.end < today && ['running', 'upcoming'].includes(project.register))) &&
    (condition.investmentOver === undefined || (investment ?? 0) > condition.investmentOver) &&
    (condition.investmentUnder === undefined || (investment !== null && investment < condition.investmentUnder)) &&
    (!condition.investmentBetween ||
      (investment !== null &&
        investment >= condition.investmentBetween[0] &&
        investment <= condition.investmentBetween[1])) &&
    (!condition.null || project.resources[condition.null] === null) &&
    within(project.start, condition.start) &&
    within(project.end, condition.end)
  );
}

type Match = 'yes' | 'may' | 'no';

function organisationMatch({ dept, division, relation }: Condition, project: Project, programme: Programme): Match {
  if (!dept && !division) return 'yes';
  const departments = programme.departments
    .filter((each) => each.kind !== 'dissolved' && (dept ? each.id === dept : each.division === division))
    .map((each) => each.id);
  if (departments.includes(project.lead.department)) return 'yes';
  if (relation === 'leads') return 'no';
  if (project.affects === 'all') return 'may';
  return project.affects.some((id) => departments.includes(id)) ? 'yes' : 'no';
}

function fieldMatch({ field }: Condition, project: Project): Match {
  if (!field || project.actionFields[0] === field) return 'yes';
  return project.actionFields.includes(field) ? 'may' : 'no';
}

function ranked(projects: readonly Project[], { key, n, dir }: NonNullable<Condition['top']>): Project[] {
  const valueOf = (project: Project) => (key === 'investment' ? project.resources.investment : project[key]);
  return projects
    .filter((project) => valueOf(project) !== null)
    .sort((a, b) => {
      const [x, y] = [valueOf(a) ?? 0, valueOf(b) ?? 0];
      return (x < y ? -1 : x > y ? 1 : 0) * (dir === 'max' ? -1 : 1);
    })
    .slice(0, n);
}
