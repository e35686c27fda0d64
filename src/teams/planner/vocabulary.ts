import type { Department, Programme, Project } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';

/** Something of the programme that words may mean. */
interface Entry {
  id: string;
  /** The plainest name first. */
  names: string[];
  /** What it belongs to. */
  within?: string | null;
}

/** Characters one list may take; a token is about four of them. */
const LONGEST_LIST = 16_000;
/** Programmes with more projects than this are told by their vocabulary; projects are then picked for the words. */
const ALL_PROJECTS = 150;
const NEAR_PROJECTS = 40;

/** What can be asked about, by id and names: no people, no reports, no descriptions. */
export function vocabularyOf(programme: Programme): string {
  const { divisions, departments, actionFields, targetGroups, goals, projects, vocabulary } = programme;
  const named = (one: Programme['goals'][number]): Entry => ({
    id: one.id,
    names: [...wordings(one.name), ...one.aliases],
  });
  const parts = [
    list(
      `divisions (called ${wordings(vocabulary.division).join(', ')})`,
      divisions.map((one) => ({
        ...named(one),
        names: [...named(one).names, ...formerly(one)],
      })),
    ),
    list(
      `departments (called ${wordings(vocabulary.department).join(', ')}; with their division)`,
      departments.map(department),
    ),
    list('actionFields', actionFields.map(named)),
    list('targetGroups', targetGroups.map(named)),
    list('goals', goals.map(named)),
  ];
  if (projects.length <= ALL_PROJECTS) parts.push(listOfProjects('projects', projects));
  return parts.join('\n\n');
}

/** Of a programme too large to list, the projects these ids name, as far as they are few. */
export function nearProjects({ projects }: Programme, ids: readonly string[]): string | null {
  if (projects.length <= ALL_PROJECTS) return null;
  const byId = new Map(projects.map((project) => [project.id, project]));
  const near = [...new Set(ids)].slice(0, NEAR_PROJECTS).flatMap((id) => byId.get(id) ?? []);
  return listOfProjects('projects that may be meant (there are others)', near);
}

function department(one: Department): Entry {
  return {
    id: one.id,
    names: [
      one.shortName,
      ...wordings(one.name),
      ...one.aliases,
      ...formerly(one),
      ...(one.kind === 'dissolved' ? ['(dissolved)'] : []),
    ],
    within: one.division,
  };
}

function formerly({ formerNames }: { formerNames: { name: string }[] }): string[] {
  return formerNames.map(({ name }) => `formerly ${name}`);
}

function listOfProjects(title: string, projects: readonly Project[]): string {
  return list(
    title,
    projects.map(({ id, title: names }) => ({ id, names: wordings(names) })),
  );
}

/** One line for each: with all its names where they fit, else with one, else as many lines as fit. */
function list(title: string, entries: readonly Entry[]): string {
  const lines = entries.map((entry) => line(entry, entry.names));
  if (length(lines) <= LONGEST_LIST) return [`${title}:`, ...lines].join('\n');
  let room = LONGEST_LIST;
  const short = entries.map((entry) => line(entry, entry.names.slice(0, 1)));
  const fitting = short.filter((each) => (room -= each.length + 1) >= 0);
  const rest = short.length - fitting.length;
  return [`${title}:`, ...fitting, ...(rest > 0 ? [`(and ${rest} more)`] : [])].join('\n');
}

function line({ id, within }: Entry, names: readonly string[]): string {
  const all = [...new Set(names)].join('; ').replace(/\s+/g, ' ').trim();
  return within ? `${id} | ${all} | ${within}` : `${id} | ${all}`;
}

function length(lines: readonly string[]): number {
  return lines.reduce((sum, each) => sum + each.length + 1, 0);
}
