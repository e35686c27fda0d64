import type { ClimateEffect, Funding, Rating, Register } from '../programme/programme.js';
import type { Health } from '../programme/report.js';
import type { Lang } from '../programme/text.js';

/** Days inclusive, `YYYY-MM-DD`; null = open on that side. */
export interface DayRange {
  from: string | null;
  to: string | null;
}
export type Measure = 'investment' | 'runningPerYear' | 'personnelDays' | 'fte' | 'progress' | 'duration';
/** A measure within bounds; `missing` asks for projects that do not state it at all. */
export type Threshold = ({ measure: Measure } & Bound) | { measure: Measure; missing: true };
/** Values between; null = open on that side, `inclusive` = the bounds themselves belong to it. */
export interface Bound {
  over: number | null;
  under: number | null;
  inclusive: boolean;
}
export type Field =
  | 'lead'
  | 'affects'
  | 'start'
  | 'end'
  | 'investment'
  | 'runningPerYear'
  | 'personnelDays'
  | 'fte'
  | 'funding'
  | 'goals'
  | 'objectives'
  | 'legalBasis'
  | 'climate'
  | 'targetGroups'
  | 'actionFields'
  | 'register'
  | 'summary'
  | 'milestones'
  | 'assessment'
  | 'links'
  | 'status'
  | 'progress'
  | 'risk'
  | 'nextSteps'
  | 'decision'
  | 'history'
  | 'deputies';

/** Departments and divisions as the city knows them. `relation: both` = leads it or is touched by it, said explicitly. */
export interface OrganisationFilter {
  /** Department ids. A division is resolved to its departments and kept for the wording. */
  departments: string[];
  division: string | null;
  relation: 'affects' | 'leads' | 'any';
}

/** How projects were assessed before they began; `side` null = in any respect. */
export interface AssessmentFilter {
  side: 'legal' | 'technical' | 'economic' | null;
  ratings: Rating[];
}

/**
 * Which projects a question is about. All given conditions hold together (AND); within a list any one suffices (OR).
 * `not` holds conditions that must not be met.
 */
export interface Filters {
  organisations?: OrganisationFilter[];
  registers?: Register[];
  actionFields?: string[];
  targetGroups?: string[];
  goals?: string[];
  climate?: ClimateEffect[];
  health?: Health[];
  /** `health` is that of the reports on weeks of this time instead of the newest ones. */
  reported?: DayRange;
  /** Words of a topic as the person said them, already free of filler. */
  topic?: string[];
  legal?: string[];
  start?: DayRange;
  end?: DayRange;
  /** Runs (start…end) at some time in the range. */
  active?: DayRange;
  /** Planned end before the day of the question although still running or upcoming. */
  overdue?: boolean;
  thresholds?: Threshold[];
  /** Fields that must be stated / must be missing. */
  has?: Field[];
  lacks?: Field[];
  /** Has an open decision for the steering group. */
  decisionOpen?: boolean;
  /** No standing report for the reporting week although one was due. */
  reportMissing?: boolean;
  paused?: boolean;
  /** An import has moved its planned end to a later day. */
  postponed?: boolean;
  fundingMissing?: boolean;
  /** How its money stands, told apart; `fundingMissing` takes "missing" and "partly" together. */
  funding?: Funding[];
  /** Led by these people (ids), or theirs to stand in for: roles the programme names, nothing about persons. */
  people?: { persons: string[]; role: 'lead' | 'deputy' };
  assessment?: AssessmentFilter;
  citywide?: boolean;
  /** Restrict to exactly these (a follow-up's "davon"). */
  projects?: string[];
  not?: Filters;
}

export type GroupKey =
  | 'actionField'
  | 'register'
  | 'leadDepartment'
  | 'division'
  | 'health'
  | 'climate'
  | 'endYear'
  | 'startYear'
  | 'targetGroup'
  | 'goal';
/** In which direction a status turned. */
export type Turned = 'better' | 'worse';
export interface Order {
  by: Measure | 'start' | 'end' | 'title' | 'health' | 'relevance';
  direction: 'asc' | 'desc';
}

/** What projects are set against each other by; `asc` = the lesser or earlier one is wanted. */
export interface Compared {
  by: Measure | 'start' | 'end';
  direction: 'asc' | 'desc';
  /** The first one is supposed to be it: "Ist A teurer als B?" */
  supposed: boolean;
}

/** What the person wants to be told. Everything a Question holds is plain JSON, so that a button or a model can carry it. */
export type Question =
  | { intent: 'list'; filters: Filters; order: Order | null; limit: number | null; page: number }
  | { intent: 'count'; filters: Filters }
  | { intent: 'aggregate'; filters: Filters; measure: Measure; operation: 'sum' | 'average' | 'min' | 'max' }
  | {
      intent: 'group';
      filters: Filters;
      by: GroupKey;
      measure: 'count' | Measure;
      order: 'asc' | 'desc';
      limit: number | null;
      /** The projects of each group are wanted by name, not only how many there are. */
      listed?: true;
      /** Only groups whose value lies within. */
      bound?: Bound;
    }
  | { intent: 'project'; project: string }
  | { intent: 'fact'; project: string; fields: Field[] }
  /** "Betrifft/leitet/hat/läuft …?" about one project; `claims` are what the person supposes. */
  | { intent: 'verify'; project: string; claims: Filters; field: Field | null }
  /** "Gibt es …?", "Leitet Amt 11 auch …?" about a set. */
  | { intent: 'exists'; filters: Filters }
  | {
      intent: 'compare';
      projects: string[];
      fields: Field[];
      /** Which of them is dearer, earlier, further; absent where they are only put side by side. */
      compared?: Compared;
    }
  /** "Warum ist X rot?", "Warum leitet D X?": `claims` are what is taken for granted. */
  | { intent: 'why'; project: string; claims: Filters }
  | { intent: 'organisation'; department: string | null; division: string | null }
  | {
      intent: 'changes';
      since: string | null;
      filters: Filters;
      /** Two ISO weeks whose reports are set against each other, in place of `since`. */
      weeks?: { from: string; to: string };
      /** Only statuses that turned to the better or the worse. */
      turned?: Turned;
    }
  | {
      intent: 'history';
      project: string;
      during: DayRange | null;
      /** "Seit wann ist X rot?": since when it has been so. */
      since?: Health[];
    }
  | {
      intent: 'decisions';
      open: boolean | null;
      project: string | null;
      filters: Filters;
      /** Days an open one is wanted by, a ruling was made on. */
      during?: DayRange;
    }
  | {
      intent: 'milestones';
      project: string | null;
      /** A milestone's title word for word; asked with state `done`: whether it is reached. */
      milestone: string | null;
      state: 'overdue' | 'open' | 'done' | null;
      during: DayRange | null;
      filters: Filters;
      /** Only the one that comes next is wanted. */
      next?: true;
    }
  /** "Was steht im Juni an?": what begins, ends, is due and is to be decided in a time. */
  | { intent: 'agenda'; during: DayRange; filters: Filters }
  /** `week` (ISO, `2026-W20`) where another than the one being collected is meant. */
  | { intent: 'missingReports'; filters: Filters; week?: string }
  | { intent: 'concept'; words: string[] }
  | { intent: 'overview' }
  | { intent: 'programme' }
  | {
      intent: 'clarify';
      about: 'project' | 'department' | 'own-department' | 'person' | 'meaning';
      options: Option[];
      words: string | null;
      /** For `own-department`: what is asked once the department is known; its organisation filter names none yet. */
      pending?: Question;
    }
  | { intent: 'notUnderstood'; words: string[]; near: Option[] }
  | { intent: 'outOfScope' }
  | { intent: 'help' }
  | { intent: 'greeting' }
  | { intent: 'thanks' };

/** One reading offered to the person. */
export interface Option {
  /** What it is named: a noun's id (the presenter knows its name) … */
  noun:
    'project' | 'department' | 'division' | 'person' | 'actionField' | 'register' | 'goal' | 'targetGroup' | 'question';
  id: string;
  /** … and what is asked when it is chosen. */
  question: Question;
}

/** Who asks. `department` is null for somebody the programme does not know. */
export interface Asker {
  person: string | null;
  department: string | null;
  /** Language of the client, used when the words do not tell. */
  lang: Lang;
}

/** What the understanding took the words for: shown to the person, used in tests. */
export interface Reading {
  question: Question;
  /** Language the words are in; answers are given in it. */
  lang: Lang;
  /** Other readings that were less likely, to be offered. */
  alternatives: Option[];
  /** Words that meant nothing to Lotse. */
  unknownWords: string[];
  /** Spellings that were corrected: said → understood. */
  corrected: { said: string; meant: string }[];
  /** Names that are no longer current, e.g. a dissolved department that was asked for. */
  notes: Note[];
  /** A language model made the question from the words; absent where the words were understood or nobody had to. */
  translated?: true;
}
export type Note =
  | { kind: 'formerName'; department: string | null; division: string | null; said: string }
  | { kind: 'dissolved'; department: string }
  | { kind: 'premise'; project: string; field: Field; claimed: string };

/** What is remembered of a conversation between two turns of one person. */
export interface Context {
  /** The last questions, newest first (at most three). */
  questions: Question[];
  /** Projects named in the last answer, in order. */
  named: string[];
  /** The project the talk is about, if one. */
  focus: string | null;
  lang: Lang;
  at: string;
}
