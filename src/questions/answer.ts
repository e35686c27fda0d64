import type { Change } from '../programme/events.js';
import type { Decision } from '../programme/decision.js';
import type { Health, StatusReport } from '../programme/report.js';
import type { Lang } from '../programme/text.js';
import type { Field, GroupKey, Measure, Note, Option, Question, Reading } from './question.js';

/** The newest status of a project, as answers show it. */
export interface StatusLine {
  health: Health;
  progress: number | null;
  week: string;
  submittedAt: string;
  /** Whole days between the report and the answer. */
  ageDays: number;
}
export interface ProjectLine {
  project: string;
  status: StatusLine | null;
  /** Why it is in the list where that is not plain: e.g. touched only because it is city-wide, or a secondary action field. */
  because: 'citywide' | 'secondaryField' | 'nearTopic' | null;
  /** The value the list is ordered or bounded by. */
  value: { measure: Measure | 'start' | 'end'; amount: number | string } | null;
}

/** What is said, as plain data: ids, numbers and days, no wording. Computed from the portfolio alone. */
export type Body =
  | {
      kind: 'projects';
      total: number;
      lines: ProjectLine[];
      /** 0-based */ page: number;
      pages: number;
      /** Of `total`: how many are there only because they are city-wide. */ citywide: number;
    }
  | { kind: 'none'; /** What would match with one condition less. */ near: Option[] }
  | {
      kind: 'count';
      count: number;
      /** All projects the count was taken from. */ of: number;
      lines: ProjectLine[];
      citywide: number;
    }
  | {
      kind: 'aggregate';
      measure: Measure;
      operation: 'sum' | 'average' | 'min' | 'max';
      value: number | null;
      stated: number;
      missing: string[];
      of: number;
    }
  | { kind: 'groups'; by: GroupKey; measure: 'count' | Measure; rows: { id: string; value: number }[]; total: number }
  | { kind: 'project'; project: string; status: StatusLine | null; report: StatusReport | null; decisions: Decision[] }
  | { kind: 'facts'; project: string; facts: Fact[]; status: StatusLine | null }
  | {
      kind: 'verdict';
      project: string;
      verdict: 'yes' | 'no' | 'unknown';
      question: Question;
      facts: Fact[];
      /** True when yes only because the project is city-wide. */ citywide: boolean;
    }
  | { kind: 'existence'; verdict: boolean; total: number; lines: ProjectLine[] }
  | {
      kind: 'comparison';
      projects: string[];
      rows: { field: Field; values: Fact[] }[];
      difference: { measure: Measure; amount: number } | null;
    }
  | {
      kind: 'organisation';
      department: string | null;
      division: string | null;
      leads: string[];
      affected: string[];
      citywide: number;
    }
  | {
      kind: 'changes';
      since: string;
      health: { project: string; from: Health | null; to: Health; week: string }[];
      edits: Change[];
      reports: number;
    }
  | { kind: 'history'; project: string; reports: StatusReport[] }
  | { kind: 'decisions'; decisions: Decision[]; open: boolean | null }
  | { kind: 'missingReports'; week: string; projects: string[] }
  | { kind: 'concept'; chapters: { id: string; excerpt: string }[] }
  | {
      kind: 'overview';
      registers: Record<string, number>;
      health: Record<Health, number>;
      unreported: number;
      decisionsOpen: number;
    }
  | {
      kind: 'clarify';
      about: 'project' | 'department' | 'own-department' | 'meaning';
      options: Option[];
      words: string | null;
    }
  | { kind: 'notUnderstood'; words: string[]; near: Option[] }
  | { kind: 'outOfScope' }
  | { kind: 'help' }
  | { kind: 'greeting' }
  | { kind: 'thanks' }
  | { kind: 'programme' };

export interface Fact {
  field: Field;
  /** null = the programme does not state it. */
  value: unknown;
}

export interface Answer {
  body: Body;
  question: Question;
  reading: Reading;
  lang: Lang;
  /** The day the answer holds, `YYYY-MM-DD`, in the programme's zone. */
  asOf: string;
  notes: Note[];
  /** Next questions that follow from this answer. */
  suggestions: Question[];
  /** Project ids that are part of the answer, in order; a follow-up refers to them. */
  named: string[];
}
