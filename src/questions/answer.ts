import type { Change } from '../programme/events.js';
import type { Decision } from '../programme/decision.js';
import type { Milestone, Register } from '../programme/programme.js';
import type { Health, StatusReport } from '../programme/report.js';
import type { Lang } from '../programme/text.js';
import type { Fact, MovedEnd, Standing, StatusLine } from './fact.js';
import type {
  Bound,
  Compared,
  DayRange,
  Field,
  Filters,
  GroupKey,
  Measure,
  Note,
  Option,
  Question,
  Reading,
  Turned,
} from './question.js';

/**
 * Why a project is in a list where that is not plain: touched only because it is city-wide, the action field is not its
 * main one, its funding is missing in part only.
 */
export type Because = 'citywide' | 'secondaryField' | 'partlyFunded';

export interface ProjectLine {
  project: string;
  status: StatusLine | null;
  because: Because | null;
  /** The value the list is ordered or bounded by. */
  value: { measure: Measure | 'start' | 'end'; amount: number | string } | null;
  /** Why it is at risk or critical, in the words of its report, where that was asked for. */
  reason: string | null;
}

/** How many projects are in a selection by the plainness of their match; `main` = plainly. */
export type Tally = Record<'main' | Because, number>;

export interface ComparisonVerdict extends Compared {
  /** Ids; the first is the one asked for. */
  first: string;
  second: string;
  /** How far they are apart: the measure's unit, days for dates; 0 = alike, null = not stated of both. */
  amount: number | null;
}

/** What is said, as plain data: ids, numbers and days, no wording. Computed from the portfolio alone. */
export type Body =
  | {
      kind: 'projects';
      total: number;
      tally: Tally;
      lines: ProjectLine[];
      /** 0-based */
      page: number;
      pages: number;
    }
  | {
      kind: 'none';
      /** What matches with one condition less, and how many. */
      near: { question: Question; count: number }[];
    }
  | {
      kind: 'count';
      /** Of `total`, the plain ones are `tally.main`. */
      total: number;
      tally: Tally;
      /** All projects of the programme. */
      of: number;
      /** The first page of what was counted. */
      lines: ProjectLine[];
    }
  | {
      kind: 'aggregate';
      measure: Measure;
      operation: 'sum' | 'average' | 'min' | 'max';
      /** Over the plainly matching projects (all of them where none matches plainly). */
      value: number | null;
      /** Projects that state the measure, ids of those that do not, and how many there are. */
      stated: number;
      missing: string[];
      of: number;
      /** The same including city-wide projects, where there are any. */
      citywide: { value: number | null; of: number } | null;
      /** For min and max: the projects that have this value. */
      holders: string[];
    }
  | {
      kind: 'groups';
      by: GroupKey;
      measure: 'count' | Measure;
      /** `id` null = projects to which no group applies (no end stated, not reported). */
      rows: {
        id: string | null;
        value: number;
        projects: number;
        /** The projects themselves, where they were asked for and are not too many to name. */
        listed?: string[];
      }[];
      /** What was asked for: all groups, or the first so many from this end. */
      order: 'asc' | 'desc';
      limit: number | null;
      /** Rows beyond it were left out; null = none was asked for. */
      bound: Bound | null;
      total: number;
    }
  | {
      kind: 'project';
      project: string;
      status: StatusLine | null;
      report: StatusReport | null;
      decisions: Decision[];
      /** What the programme states of it, in the order of reading; nothing that is not stated. */
      facts: Fact[];
    }
  | {
      kind: 'facts';
      project: string;
      facts: Fact[];
      status: StatusLine | null;
      /** The newest report, where the status was asked for. */
      report: StatusReport | null;
    }
  | {
      kind: 'verdict';
      project: string;
      verdict: 'yes' | 'no' | 'unknown';
      claims: Filters;
      facts: Fact[];
      /** True when yes only because the project is city-wide. */
      citywide: boolean;
      /** How its end was put off, where that was asked and is so. */
      moved?: MovedEnd;
    }
  | {
      kind: 'existence';
      verdict: boolean;
      total: number;
      tally: Tally;
      lines: ProjectLine[];
      pages: number;
      /** Where there is none: what matches with one condition less, and how many. */
      near: { question: Question; count: number }[];
    }
  | {
      kind: 'comparison';
      projects: string[];
      rows: { field: Field; values: Fact[] }[];
      /** First minus second project. */
      difference: { measure: Measure; amount: number } | null;
      /** Which one is it, where that was asked. */
      verdict: ComparisonVerdict | null;
    }
  | {
      kind: 'reason';
      project: string;
      claims: Filters;
      /** Whether what was taken for granted is so. */
      holds: boolean;
      status: StatusLine | null;
      /** The newest report's own words on what troubles the project. */
      reason: string | null;
      facts: Fact[];
      /** How its end was put off, where that was taken for granted and is so. */
      moved?: MovedEnd;
    }
  | {
      kind: 'organisation';
      department: string | null;
      division: string | null;
      /** Departments of the division. */
      departments: string[];
      leads: ProjectLine[];
      affected: ProjectLine[];
      citywide: number;
    }
  | {
      kind: 'changes';
      /** Instant, ISO 8601. */
      since: string;
      /** The weeks set against each other, where two were named. */
      weeks: { from: string; to: string } | null;
      /** The direction asked for; other changes are left out then. */
      turned?: Turned;
      health: { project: string; from: Health | null; to: Health; week: string; reason: string }[];
      /** Changes of projects (registers, dates, money, new and removed ones), newest first. */
      edits: (Change & { at: string })[];
      reports: number;
    }
  | {
      kind: 'history';
      project: string;
      reports: StatusReport[];
      during: { from: string | null; to: string | null } | null;
      /** Since when it has been as the question supposes, where that was asked. */
      standing?: Standing;
    }
  | {
      kind: 'decisions';
      decisions: Decision[];
      open: boolean | null;
      project: string | null;
      during: DayRange | null;
      /** How many there are at any time. */
      ofAll: number;
    }
  | {
      kind: 'milestones';
      project: string | null;
      milestone: string | null;
      state: 'overdue' | 'open' | 'done' | null;
      during: DayRange | null;
      /** By the day they are due. */
      items: { project: string; milestone: Milestone }[];
      /** The next one to be reached, where that was asked; null: none has its day yet to come. */
      next?: { project: string; milestone: Milestone } | null;
    }
  | {
      kind: 'agenda';
      during: DayRange;
      /** Each by its day: project ids, milestones still to be reached, open decisions. */
      starts: string[];
      ends: string[];
      milestones: { project: string; milestone: Milestone }[];
      decisions: Decision[];
    }
  | { kind: 'missingReports'; week: string; lines: ProjectLine[]; due: number }
  | { kind: 'concept'; words: string[]; chapters: { id: string; excerpt: string }[] }
  | {
      kind: 'overview';
      registers: Record<Register, number>;
      health: Record<Health, number>;
      /** Running projects without any report. */
      unreported: number;
      running: number;
      decisionsOpen: number;
      total: number;
    }
  | {
      kind: 'clarify';
      about: 'project' | 'department' | 'own-department' | 'person' | 'meaning';
      options: Option[];
      words: string | null;
      /** What is asked once the own department is known. */
      pending: Question | null;
    }
  | { kind: 'notUnderstood'; words: string[]; near: Option[] }
  /** The question names something the programme does not hold (any more), e.g. a button of an old card. */
  | { kind: 'gone'; noun: 'project' | 'department' | 'division'; id: string }
  | { kind: 'outOfScope' }
  | { kind: 'help' }
  | { kind: 'greeting' }
  | { kind: 'thanks' }
  | { kind: 'programme' };

/** A question that leads on; `label` is its short name, `count` how many it would find. */
export interface Suggestion {
  label:
    | 'onlyLed'
    | 'onlyRunning'
    | 'onlyUpcoming'
    | 'onlyAttention'
    | 'details'
    | 'history'
    | 'overview'
    | 'attention'
    | 'decisions'
    | 'changes';
  question: Question;
  count: number | null;
  /** What stands in the list beside those counted: city-wide projects and what is merely near. */
  further?: number;
}

export interface Answer {
  body: Body;
  question: Question;
  reading: Reading;
  lang: Lang;
  /** The day the answer holds, `YYYY-MM-DD`, in the programme's zone. */
  asOf: string;
  notes: Note[];
  /** What the question took wrongly for granted, with the true values. */
  premises: { project: string; fact: Fact }[];
  /** Next questions that follow from this answer, with what they would find. */
  suggestions: Suggestion[];
  /** Project ids that are part of the answer, in order; a follow-up refers to them. */
  named: string[];
}
