import type { Farewell } from './farewell.js';
import type { Cadence } from './programme.js';
import type { StatusReport } from './report.js';
import type { Outcome } from './decision.js';
import type { Lang } from './text.js';

/** One difference between two states of the programme: a noun that came or went, or one field of it. */
export interface Change {
  kind: 'added' | 'changed' | 'removed';
  /** Which noun of the programme it concerns. */
  noun:
    'programme' | 'division' | 'department' | 'actionField' | 'targetGroup' | 'goal' | 'person' | 'project' | 'concept';
  id: string;
  /** For `changed`: the field, e.g. `register` or `resources.investment`. */
  field: string | null;
  from: unknown;
  to: unknown;
}

/** How a project is asked for its status: how often (null: as its register has it), and whether it rests. */
export interface Asking {
  cadence: Cadence | null;
  paused: boolean;
  /** The day from which it is asked again, `YYYY-MM-DD`; null: until somebody says so, or not paused. */
  until: string | null;
}

interface Event<Type extends string, Data> {
  /** Made by the writer, unique; appending the same id twice records it once. */
  id: string;
  type: Type;
  /** Instant, ISO 8601 UTC. */
  at: string;
  /** Person id, or null for Lotse itself and the operator's command line. */
  by: string | null;
  why: string | null;
  data: Data;
}

export type ProgrammeEvent =
  /** `count`: how many changes there were, whoever was forgotten since; absent in what early versions wrote. */
  | Event<'programme.imported', { revision: number; changes: Change[]; count?: number }>
  | Event<'report.submitted', { report: StatusReport }>
  | Event<'report.withdrawn', { report: string; reason: string }>
  | Event<'decision.requested', { decision: string; project: string; text: string; dueBy: string | null }>
  | Event<
      'decision.decided',
      { decision: string; outcome: Outcome; comment: string; condition: string | null; until: string | null }
    >
  | Event<'decision.retracted', { decision: string }>
  /** The condition of a decision's approval is met, or (taken back) not after all. */
  | Event<'condition.fulfilled', { decision: string; fulfilled: boolean }>
  /** Days inclusive, `YYYY-MM-DD`; `substitute`: person id of who stands in, or null for the deputies. */
  | Event<'absence.entered', { absence: string; person: string; from: string; to: string; substitute: string | null }>
  | Event<'absence.cancelled', { absence: string }>
  /** The office wants to know how these projects stand now; `week` is the one the answers count for. */
  | Event<'update.asked', { week: string; projects: string[] }>
  /** Lead or office said in chat how a project is asked from now on; by null: the pause has come to its day. */
  | Event<'reporting.arranged', { project: string; from: Asking; to: Asking }>
  /** No reminders before the instant `until`; null = none any more for that week. */
  | Event<'reminders.snoozed', { person: string; week: string; until: string | null }>
  /** Somebody wanted to be forgotten: what they did before is told by their role only. */
  | Event<'person.forgotten', Farewell>
  | Event<'digest.posted', { week: string; conversation: string }>
  /** The office held the digest of a week back, or let it go after all. */
  | Event<'digest.held', { week: string; held: boolean }>
  /** The office wrote its paragraph into the digest of a week; empty: took it out. */
  | Event<'digest.annotated', { week: string; note: string }>
  /** The office chose where the digest appears, and in which language; null: no longer there. */
  | Event<'channel.chosen', { conversation: string; lang: Lang | null }>;

/** An event with its place in the one order of history; `seq` starts at 1 and has no gaps. */
export type Recorded = ProgrammeEvent & { seq: number };
