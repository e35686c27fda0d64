/** What Lotse does by itself, once a week each (retention: once a day). */
export const JOBS = ['status-requests', 'reminders', 'digest', 'retention'] as const;
export type JobName = (typeof JOBS)[number];

export function isJob(name: string): name is JobName {
  return (JOBS as readonly string[]).includes(name);
}

/**
 * What a run did. `planned`: messages that belong to this job and week; `sent`: by this run; `skipped`: already sent or
 * being sent by somebody else; `failed`: could not be delivered (they are tried again while that makes sense).
 */
export interface JobResult {
  job: JobName;
  /** The ISO week the job concerns; for the digest the one it reports on. */
  week: string;
  planned: number;
  sent: number;
  skipped: number;
  failed: number;
}

export interface Jobs {
  /** Runs a job now for the instant `at`. Asked twice for one week it sends nothing again. */
  run(job: JobName, at: Date): Promise<JobResult>;
  /** Starts the embedded scheduler: every half minute it does what is due and not yet done. */
  start(): void;
  /** Something has happened that somebody is to be told of: do not wait for the half minute. */
  wake(): void;
  /** Stops it and waits for what it is doing. */
  stop(): Promise<void>;
}
