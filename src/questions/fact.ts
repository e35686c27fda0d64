import type { Decision } from '../programme/decision.js';
import type { Assessment, ClimateEffect, Funding, Lead, Milestone, Register } from '../programme/programme.js';
import type { Health, StatusReport } from '../programme/report.js';
import type { Text } from '../programme/text.js';
import type { Field } from './question.js';

/** The newest status of a project, as answers show it. */
export interface StatusLine {
  health: Health;
  progress: number | null;
  week: string;
  submittedAt: string;
  /** Whole days between the report and the answer. */
  ageDays: number;
}

/** Money in euros, days as `YYYY-MM-DD`, work in days and full-time equivalents, progress in per cent. */
interface FactValues {
  lead: Lead;
  affects: 'all' | string[];
  start: string;
  end: string;
  investment: number;
  runningPerYear: number;
  personnelDays: number;
  fte: number;
  funding: Funding;
  goals: string[];
  objectives: Text[];
  legalBasis: string[];
  climate: ClimateEffect;
  targetGroups: string[];
  actionFields: string[];
  register: Register;
  summary: Text;
  milestones: Milestone[];
  assessment: Assessment;
  links: string[];
  status: StatusLine;
  progress: number;
  risk: string;
  nextSteps: string;
  decision: Decision[];
  history: StatusReport[];
  deputies: string[];
}
/** One field of a project; null = the programme does not state it. */
export type Fact = { [F in Field]: { field: F; value: FactValues[F] | null } }[Field];

/** A planned end that an import has moved to a later day; days `YYYY-MM-DD`, `at` the instant of the import. */
export interface MovedEnd {
  from: string;
  to: string;
  at: string;
}

/** A run of reports that say the same of a project's health. */
export interface Standing {
  /** What was asked for. */
  health: Health[];
  /** ISO weeks of the first and the last report of the latest such run; null: none ever said so. */
  run: { from: string; to: string } | null;
  /** Whether the newest report still says so. */
  holds: boolean;
  /** Whether the run begins with the first report there is: it may have been so before. */
  fromFirst: boolean;
}
