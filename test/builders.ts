import type { Decision } from '../src/programme/decision.js';
import type { Recorded } from '../src/programme/events.js';
import type { Portfolio } from '../src/programme/portfolio.js';
import type { Department, Person, Programme, Project } from '../src/programme/programme.js';
import type { StatusReport } from '../src/programme/report.js';

/**
 * Builders with overrides: a test names what it is about, everything else is plain and valid. The place is made up
 * (Musterstadt), so that nothing of the demo city slips into the rules.
 */
let count = 0;
function next(): number {
  return (count += 1);
}

export function aPerson(overrides: Partial<Person> = {}): Person {
  const id = overrides.id ?? `person-${next()}`;
  return {
    id,
    name: `Name ${id}`,
    userPrincipalName: `${id}@musterstadt.example`,
    aadObjectId: null,
    department: '10',
    roles: [],
    lang: null,
    ...overrides,
  };
}

export function aDepartment(overrides: Partial<Department> = {}): Department {
  const id = overrides.id ?? '10';
  return {
    id,
    shortName: `Fachbereich ${id}`,
    name: { de: `Fachbereich Nummer ${id}` },
    aliases: [],
    kind: 'office',
    division: null,
    formerNames: [],
    note: null,
    successors: [],
    ...overrides,
  };
}

/** `resources` and `lead` may be given in part. */
export type ProjectOverrides = Partial<Omit<Project, 'resources' | 'lead'>> & {
  resources?: Partial<Project['resources']>;
  lead?: Partial<Project['lead']>;
};
export function aProject({ resources, lead, ...overrides }: ProjectOverrides = {}): Project {
  const id = overrides.id ?? `project-${next()}`;
  return {
    id,
    title: { de: `Vorhaben ${id}`, en: `Project ${id}` },
    summary: { de: '' },
    register: 'running',
    actionFields: ['netze'],
    affects: [],
    targetGroups: [],
    goals: [],
    objectives: [],
    legalBasis: [],
    start: null,
    end: null,
    climate: 'unknown',
    keywords: [],
    links: [],
    published: true,
    paused: false,
    cadence: null,
    milestones: [],
    assessment: null,
    fictional: [],
    ...overrides,
    lead: { department: '10', person: null, deputies: [], ...lead },
    resources: { investment: null, runningPerYear: null, personnelDays: null, fte: null, funding: null, ...resources },
  };
}

export function aProgramme(overrides: Partial<Programme> = {}): Programme {
  return {
    id: 'musterstadt',
    title: { de: 'Digitalprogramm Musterstadt', en: 'Digital programme of Musterstadt' },
    city: 'Musterstadt',
    asOf: null,
    timeZone: 'Europe/Berlin',
    holidays: 'DE-BY',
    vocabulary: { department: { de: 'Fachbereich', en: 'unit' }, division: { de: 'Dezernat', en: 'directorate' } },
    divisions: [],
    departments: [aDepartment()],
    actionFields: [{ id: 'netze', name: { de: 'Netze', en: 'Networks' }, aliases: [] }],
    targetGroups: [],
    goals: [],
    people: [],
    projects: [],
    concept: [],
    ...overrides,
  };
}

/** A report of a week, given on its Thursday at ten (UTC) unless said otherwise. */
export function aReport(overrides: Partial<StatusReport> = {}): StatusReport {
  const week = overrides.week ?? '2026-W20';
  return {
    id: `report-${next()}`,
    project: 'project',
    week,
    by: null,
    role: 'lead',
    submittedAt: thursdayOf(week),
    health: 'green',
    progress: null,
    summary: '',
    nextSteps: '',
    risk: '',
    decision: null,
    officeNote: null,
    milestones: [],
    unchanged: false,
    corrects: null,
    withdrawn: null,
    ...overrides,
  };
}

export function aDecision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: `decision-${next()}`,
    project: 'project',
    text: 'Weiterbauen?',
    by: null,
    askedAt: '2026-05-14T10:00:00.000Z',
    askedBy: null,
    rulings: [],
    retractedAt: null,
    ...overrides,
  };
}

/** A portfolio from its parts; projects, reports and decisions are given as lists. */
export function aPortfolio(
  parts: {
    programme?: Partial<Programme>;
    projects?: Project[];
    people?: Person[];
    reports?: StatusReport[];
    decisions?: Decision[];
    history?: Recorded[];
    knownAt?: string;
  } = {},
): Portfolio {
  const { reports = [], decisions = [], history = [], knownAt = '2026-05-25T11:00:00.000Z' } = parts;
  const programme = aProgramme({
    projects: parts.projects ?? [],
    people: parts.people ?? [],
    ...parts.programme,
  });
  const byProject = new Map<string, StatusReport[]>();
  for (const report of reports) byProject.set(report.project, [...(byProject.get(report.project) ?? []), report]);
  return {
    programme,
    revision: 1,
    projects: new Map(programme.projects.map((project) => [project.id, project])),
    reports: byProject,
    decisions: new Map(decisions.map((decision) => [decision.id, decision])),
    history,
    knownAt,
  };
}

function thursdayOf(week: string): string {
  const [year, number] = week.split('-W').map(Number) as [number, number];
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000;
  return new Date(monday + ((number - 1) * 7 + 3) * 86_400_000 + 10 * 3_600_000).toISOString();
}
