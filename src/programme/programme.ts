import type { Lang, Text } from './text.js';

/** What a city steers, as read from a programme file (format `programme/1`); optional parts are normalised to null or empty. */
export interface Programme {
  id: string;
  title: Text;
  city: string;
  /** The day the file itself speaks of, `YYYY-MM-DD`. */
  asOf: string | null;
  /** IANA time zone in which days, weeks and the schedule are reckoned. */
  timeZone: string;
  /** Code of the public-holiday calendar, e.g. `DE-BY`. */
  holidays: string | null;
  /** What the city calls its departments and divisions. */
  vocabulary: { department: Text; division: Text };
  divisions: Division[];
  departments: Department[];
  actionFields: ActionField[];
  targetGroups: TargetGroup[];
  goals: Goal[];
  people: Person[];
  projects: Project[];
  concept: ConceptChapter[];
}

interface Named {
  id: string;
  name: Text;
  aliases: string[];
}
export interface FormerName {
  name: string;
  until: string | null;
}
export interface Division extends Named {
  formerNames: FormerName[];
}
export interface Department extends Named {
  shortName: string;
  /** `office`, `unit`, `external`, … as the city says; `dissolved` departments are known but lead nothing. */
  kind: string;
  division: string | null;
  formerNames: FormerName[];
  /** What became of it, where the file says so. */
  note: Text | null;
  /** For a dissolved department: ids of the departments that took over, where the file says so. */
  successors: string[];
}
export type ActionField = Named;
export type TargetGroup = Named;
export type Goal = Named;

export type Role = 'office' | 'steering';
export interface Person {
  id: string;
  name: string;
  userPrincipalName: string | null;
  aadObjectId: string | null;
  department: string | null;
  roles: Role[];
  /** The language the person prefers, where the file says so. */
  lang: Lang | null;
}

export const REGISTERS = ['permanent', 'running', 'upcoming', 'future'] as const;
export type Register = (typeof REGISTERS)[number];
export const CLIMATE_EFFECTS = ['positive', 'none', 'negative', 'unknown'] as const;
export type ClimateEffect = (typeof CLIMATE_EFFECTS)[number];
export type Funding = 'available' | 'partly' | 'missing' | 'not-needed';
export type Rating = 'ok' | 'open' | 'critical';
export const CADENCES = ['weekly', 'biweekly', 'monthly', 'never'] as const;
export type Cadence = (typeof CADENCES)[number];

export interface Lead {
  department: string;
  person: string | null;
  deputies: string[];
}

export interface Milestone {
  title: Text;
  /** Day planned, `YYYY-MM-DD`. */
  due: string;
  /** Day reached, null while open. */
  done: string | null;
  /** The day the programme file plans where a report has moved it to another; null or absent otherwise. Never in a file. */
  original?: string | null;
}

export interface Assessment {
  legal: { rating: Rating; note: Text | null } | null;
  technical: { rating: Rating; note: Text | null } | null;
  economic: { rating: Rating; note: Text | null } | null;
}

/** Money in euros, work in days and full-time equivalents; null = not stated. */
export interface Resources {
  investment: number | null;
  runningPerYear: number | null;
  personnelDays: number | null;
  fte: number | null;
  funding: Funding | null;
}

export interface Project {
  id: string;
  title: Text;
  summary: Text;
  register: Register;
  /** The first one is the main action field. */
  actionFields: string[];
  lead: Lead;
  /** `all` = city-wide, else ids of the departments it touches. */
  affects: 'all' | string[];
  targetGroups: string[];
  goals: string[];
  objectives: Text[];
  legalBasis: string[];
  /** Days, `YYYY-MM-DD`. */
  start: string | null;
  end: string | null;
  resources: Resources;
  climate: ClimateEffect;
  keywords: string[];
  links: string[];
  published: boolean;
  paused: boolean;
  /** The day from which a paused project is asked again, `YYYY-MM-DD`; set in chat, never in a file. */
  pausedUntil?: string | null;
  cadence: Cadence | null;
  milestones: Milestone[];
  assessment: Assessment | null;
  /** Field paths whose values are invented (demo data only). */
  fictional: string[];
}

export interface ConceptChapter {
  id: string;
  title: Text;
  text: Text;
}
