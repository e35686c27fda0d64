import type { Programme, Project } from '../programme/programme.js';

/**
 * What the public may see of a project, and all it may see. Not among them: people (the lead's department is named, no
 * person), money and staff, assessments, milestones, keywords, and whatever reports say. Projects appear only when the
 * programme file marks them `published`.
 */
export const PUBLIC_PROJECT_FIELDS = [
  'id',
  'title',
  'summary',
  'register',
  'actionFields',
  'affects',
  'targetGroups',
  'goals',
  'objectives',
  'legalBasis',
  'start',
  'end',
  'climate',
  'links',
] as const satisfies readonly (keyof Project)[];

export type OpenProject = Pick<Project, (typeof PUBLIC_PROJECT_FIELDS)[number]> & {
  lead: { department: string };
  /** Those of the fields above whose values are invented (demo data only). */
  fictional: string[];
};
type Named = Pick<Programme['goals'][number], 'id' | 'name'>;

/** The programme as open data: the published projects with their public fields, and the names these refer to. */
export interface OpenProgramme extends Pick<Programme, 'id' | 'title' | 'city' | 'vocabulary'> {
  format: 'open-programme/1';
  /** The day this holds, `YYYY-MM-DD`. */
  asOf: string;
  divisions: Named[];
  departments: Pick<Programme['departments'][number], 'id' | 'shortName' | 'name' | 'kind' | 'division'>[];
  actionFields: Named[];
  targetGroups: Named[];
  goals: Named[];
  projects: OpenProject[];
}

/** The abridged programme for the public; `asOf` is the local day it is made, `YYYY-MM-DD`. */
export function openProgramme(programme: Programme, asOf: string): OpenProgramme {
  const { id, title, city, vocabulary } = programme;
  return {
    format: 'open-programme/1',
    id,
    title,
    city,
    asOf,
    vocabulary,
    divisions: programme.divisions.map(named),
    departments: programme.departments.map(({ shortName, kind, division, ...department }) => ({
      ...named(department),
      shortName,
      kind,
      division,
    })),
    actionFields: programme.actionFields.map(named),
    targetGroups: programme.targetGroups.map(named),
    goals: programme.goals.map(named),
    projects: programme.projects.filter((project) => project.published).map(openProject),
  };
}

function named({ id, name }: Named): Named {
  return { id, name };
}

function openProject(project: Project): OpenProject {
  const fields = Object.fromEntries(PUBLIC_PROJECT_FIELDS.map((field) => [field, project[field]]));
  const isPublic = (path: string) =>
    path === 'lead.department' || PUBLIC_PROJECT_FIELDS.some((field) => path === field || path.startsWith(`${field}.`));
  return {
    ...(fields as Pick<Project, (typeof PUBLIC_PROJECT_FIELDS)[number]>),
    lead: { department: project.lead.department },
    fictional: project.fictional.filter(isPublic),
  };
}
