/** A project somebody is asked about, and whom they stand in for. */
export interface AskedProject {
  project: string;
  /** The absent lead this person represents, or null when asked in their own right. */
  insteadOf: string | null;
}

/** One personal message to be sent; `key` is what the outbox claims, so that it goes out once. */
export type Planned =
  | { kind: 'request'; key: string; person: string; week: string; projects: AskedProject[] }
  | { kind: 'reminder'; key: string; person: string; week: string; round: number; projects: AskedProject[] }
  /** To a deputy: please report in the lead's stead. */
  | { kind: 'escalation'; key: string; person: string; week: string; projects: AskedProject[] }
  /** Asked for by the office outside the weekly rhythm. */
  | { kind: 'ask'; key: string; person: string; week: string; projects: AskedProject[] }
  /** To the programme office: what is still missing. */
  | { kind: 'missing'; key: string; person: string; week: string; projects: AskedProject[] };

/** Why nobody is asked about a project, or somebody is not written to. */
export type SkipReason =
  'register' | 'paused' | 'cadence' | 'no-lead' | 'unknown-person' | 'absent' | 'reported' | 'snoozed' | 'holiday';

export interface Skipped {
  project: string;
  person: string | null;
  reason: SkipReason;
}

/** What should be said to whom about one reporting week. Pure data; the jobs perform it. */
export interface Plan {
  week: string;
  messages: Planned[];
  /** Projects nobody is asked about. Those of other registers and cadences are not listed: nothing was due there. */
  skipped: Skipped[];
}
