import pMap from 'p-map';
import { type Deliveries, type Ending, isOpen, type PlannedMessage } from './delivery.js';
import type { JobName, JobResult } from './job.js';

/** What a job wants to be sent, decided before anything is. */
export interface JobPlan {
  week: string;
  messages: PlannedMessage[];
  /** So many messages the office holds back, personal ones not counted; none of them is in `messages`. */
  held?: number;
}
export interface Run {
  result: JobResult;
  /** Messages that are not settled: others are at them, or they will be tried again. */
  open: number;
  /** The office holds the digest back. */
  held: boolean;
  /** Messages that could not be delivered, found out by this run or an earlier one. */
  undelivered: { message: PlannedMessage; reason: string }[];
}

/** Enough to keep the platform's pace while answers take their time. */
const AT_A_TIME = 32;
/** From so many messages on their notes are made durable in groups: the disk would keep the process from the even pace. */
const MANY = 200;
const GATHERED_FOR_MS = 150;

/** Performs a plan and counts. Rejects only when the store fails; what was sent until then is noted. */
export async function perform(job: JobName, { week, messages, held }: JobPlan, deliveries: Deliveries): Promise<Run> {
  const skipped = held ?? 0;
  const result: JobResult = { job, week, planned: messages.length + skipped, sent: 0, skipped, failed: 0 };
  const run: Run = { result, open: 0, held: held !== undefined, undelivered: [] };
  const waitMs = messages.length < MANY ? 0 : GATHERED_FOR_MS;
  await pMap(messages, async (message) => count(run, message, await deliveries.deliver(message, waitMs)), {
    concurrency: AT_A_TIME,
  });
  return run;
}

function count(run: Run, message: PlannedMessage, ending: Ending): void {
  run.result[ending.outcome] += 1;
  if (isOpen(ending)) run.open += 1;
  else if (ending.outcome === 'failed') run.undelivered.push({ message, reason: ending.reason });
}
