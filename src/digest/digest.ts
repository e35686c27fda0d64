import type { Cadence, Register } from '../programme/programme.js';
import type { Health } from '../programme/report.js';
import type { Outcome } from '../programme/decision.js';
import type { Text } from '../programme/text.js';

/**
 * The digest of one ISO week as plain data: ids, numbers, days and what people wrote; no wording. Card, plain text and
 * printed page are made from it and from the programme's names, so that their numbers agree.
 */
export interface Digest {
  /** The reported week, `2026-W21`. */
  week: string;
  /** The instant it holds, ISO 8601 UTC, and its local day `YYYY-MM-DD`. */
  at: string;
  asOf: string;
  /** The digest before it; changes are counted from its instant. */
  previous: { week: string; at: string } | null;
  /** The instant from which changes are counted, ISO 8601 UTC. */
  since: string;
  headline: Headline;
  /** Open decisions, the most urgent first. */
  decisions: DecisionLine[];
  /** Rulings since the last digest. */
  decided: DecidedLine[];
  /** Conditions of approvals that fall due. */
  conditions: ConditionLine[];
  /** The weightiest first. */
  changes: DigestChange[];
  /** Projects that are red or amber now, red first, worsened before improved. */
  attention: AttentionLine[];
  milestones: { reached: MilestoneLine[]; overdue: MilestoneLine[]; due: MilestoneLine[] };
  missing: MissingLine[];
  /** Projects whose report for the week was given by a deputy or the office. */
  represented: { project: string; role: 'deputy' | 'office' }[];
  counts: HealthCounts;
  /** Eight weeks, oldest first; the last one equals `counts`. */
  weeks: WeekCounts[];
  resources: ResourceLine[];
  /** The next 90 days; personal digests only, else empty. */
  ahead: AheadLine[];
  /** Nothing moved and nothing is wanted: one line is enough. */
  quiet: boolean;
}

/** What the summing-up sentence says. */
export interface Headline {
  /** Projects that report. */
  total: number;
  green: number;
  amber: number;
  red: number;
  unreported: number;
  /** Project ids. */
  newlyRed: string[];
  stillRed: string[];
  worsened: number;
  improved: number;
  decisions: number;
  decisionsOverdue: number;
  missing: number;
  changes: number;
}

export interface HealthCounts {
  green: number;
  amber: number;
  red: number;
  /** Projects that report but never have. */
  unreported: number;
  total: number;
}
export type WeekCounts = HealthCounts & { week: string };

export interface DecisionLine {
  decision: string;
  project: string;
  text: string;
  /** Day by which it is wanted, `YYYY-MM-DD`. */
  by: string | null;
  overdue: boolean;
  /** Set when it was deferred and has come back. */
  deferred: { at: string; comment: string } | null;
}
export interface DecidedLine {
  decision: string;
  project: string;
  text: string;
  outcome: Outcome;
  comment: string;
  condition: string | null;
  until: string | null;
  at: string;
  /** What had been decided before the group changed it. */
  before?: Outcome;
}

export interface ConditionLine {
  decision: string;
  project: string;
  condition: string;
  /** Null where it has no day. */
  due: string | null;
  overdue: boolean;
  fulfilled: boolean;
}

interface Reasoned {
  project: string;
  /** Why, in the words of the report or the import; empty where nobody said. */
  reason: string;
}
export type DigestChange =
  | (Reasoned & { kind: 'health'; from: Health | null; to: Health; week: string })
  | (Reasoned & { kind: 'milestone'; title: Text; from: string; to: string })
  | (Reasoned & { kind: 'end'; from: string | null; to: string | null })
  | (Reasoned & { kind: 'register'; from: Register; to: Register })
  /** `until`: the day from which it is asked again, where one was said. */
  | (Reasoned & { kind: 'paused'; paused: boolean; until?: string })
  /** Asked more or less often from now on. */
  | (Reasoned & { kind: 'cadence'; to: Cadence })
  | (Reasoned & { kind: 'new'; register: Register })
  | (Reasoned & { kind: 'finished' })
  /** No longer in the programme; its name is all that is left. */
  | (Reasoned & { kind: 'removed'; title: Text })
  | (Reasoned & { kind: 'corrected'; week: string; from: Health; to: Health })
  | (Reasoned & { kind: 'withdrawn'; week: string });

export interface AttentionLine {
  project: string;
  health: 'red' | 'amber';
  /** Against the last digest: `new` = had no report then. */
  trend: 'worse' | 'same' | 'better' | 'new';
  /** The first week of the unbroken run at this health. */
  since: string;
  /** Weeks it has been so, the first one counted. */
  weeks: number;
  reason: string;
  nextSteps: string;
  /** Week of the report this rests on. */
  reported: string;
}
export interface MilestoneLine {
  project: string;
  title: Text;
  due: string;
  /** The day first planned, where it has moved since. */
  original: string | null;
  done: string | null;
}
export type AheadLine =
  | { kind: 'start' | 'end'; project: string; day: string }
  | { kind: 'milestone'; project: string; day: string; title: Text };
export interface MissingLine {
  project: string;
  /** Week of the last standing report, null = never. */
  last: string | null;
  /** Whole weeks without one. */
  weeks: number | null;
}
export type ResourceLine =
  /**
   * Several projects of one action field without funding. `investment` in euros and `personnelDays` are what they state
   * to need; absent where none does.
   */
  | { kind: 'field'; actionField: string; projects: string[]; investment: number; personnelDays?: number }
  | { kind: 'funding'; project: string; funding: 'missing' | 'partly'; investment?: number; personnelDays?: number }
  /** A critical assessment. */
  | { kind: 'economic' | 'technical' | 'legal'; project: string; note: Text | null }
  /** Still running after its planned end, `YYYY-MM-DD`. */
  | { kind: 'overdue'; project: string; end: string };
