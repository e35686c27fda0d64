import type { Portfolio } from '../programme/portfolio.js';
import type { Person, Programme, Project } from '../programme/programme.js';
import { wordings } from '../programme/text.js';

export const SCOPES = ['department', 'actionField', 'project'] as const;
/** What somebody wants to be told about. */
export interface Scope {
  kind: (typeof SCOPES)[number];
  id: string;
}

const OURSELVES = new Set(['uns', 'mich', 'mir', 'us', 'me']);
const OWNED = /^(?:mein|unser)(?:e[nm]?)? (?<unit>.+)$|^(?:my|our) (?<englishUnit>.+)$/u;
/** What people call the place where they work, beside the city's own word for it. */
const UNITS = ['amt', 'bereich', 'fachbereich', 'referat', 'abteilung', 'department', 'office', 'unit'];

/** What words stand for: one's own department, or the name, number or alias of a department, action field or project. */
export function scopeOf(words: string, programme: Programme, person: Person): Scope | null {
  const said = plain(words);
  if (isOwn(said, programme)) {
    return person.department === null ? null : { kind: 'department', id: person.department };
  }
  const named = (names: readonly string[]) => names.some((name) => plain(name) === said);
  const department = programme.departments.find(({ id, shortName, name, aliases }) =>
    named([id, shortName, ...wordings(name), ...aliases]),
  );
  if (department) return { kind: 'department', id: department.id };
  const field = programme.actionFields.find(({ id, name, aliases }) => named([id, ...wordings(name), ...aliases]));
  if (field) return { kind: 'actionField', id: field.id };
  const project = programme.projects.find(({ id, title }) => named([id, ...wordings(title)]));
  return project ? { kind: 'project', id: project.id } : null;
}

function isOwn(said: string, { vocabulary }: Programme): boolean {
  const { unit, englishUnit } = OWNED.exec(said)?.groups ?? {};
  const units = [...UNITS, ...wordings(vocabulary.department).map(plain)];
  return OURSELVES.has(said) || units.includes(unit ?? englishUnit ?? '');
}

/** Whether a project is the business of a scope: for a department, one that it leads or that touches it. */
export function concerns({ kind, id }: Scope, project: Project): boolean {
  switch (kind) {
    case 'department':
      return project.lead.department === id || project.affects === 'all' || project.affects.includes(id);
    case 'actionField':
      return project.actionFields.includes(id);
    case 'project':
      return project.id === id;
  }
}

/** The same knowledge about fewer projects: a digest composed from it tells of nothing else. */
export function within(portfolio: Portfolio, scopes: readonly Scope[]): Portfolio {
  const projects = portfolio.programme.projects.filter((project) => scopes.some((scope) => concerns(scope, project)));
  const kept = new Set(projects.map(({ id }) => id));
  const { programme, decisions, history } = portfolio;
  return {
    ...portfolio,
    programme: { ...programme, projects },
    projects: new Map([...portfolio.projects].filter(([id]) => kept.has(id))),
    decisions: new Map([...decisions].filter(([, { project }]) => kept.has(project))),
    history: history.map((event) => {
      if (event.type !== 'programme.imported') return event;
      const changes = event.data.changes.filter(({ noun, id }) => noun !== 'project' || kept.has(id));
      return { ...event, data: { ...event.data, changes } };
    }),
  };
}

function plain(words: string): string {
  return words.toLowerCase().replace(/\s+/g, ' ').trim();
}
