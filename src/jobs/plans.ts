import { composeCurrent, editionOf, keptEdition } from '../digest/edition.js';
import { releaseOf } from '../digest/release.js';
import { steeringChannels } from '../digest/steering.js';
import { subscriptions } from '../digest/subscriptions.js';
import { digestWeek } from '../digest/week.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import type { ProgrammeStore } from '../programme/store.js';
import { dueReminders } from '../reporting/reminders.js';
import { dueRequests } from '../reporting/requests.js';
import { digestMessages } from './digest-messages.js';
import { readDrafts } from './drafts.js';
import type { JobName } from './job.js';
import { personalMessages } from './personal-messages.js';
import type { JobPlan } from './run.js';
import { notOnOneDay, statusMessages } from './status-messages.js';

interface Parts {
  ledger: Ledger;
  store: ProgrammeStore;
  schedule: Schedule;
  /** STEERING_CONVERSATION, or null. */
  steering: string | null;
}

/** What a job that speaks has to say at an instant. The digest of the week is composed and kept here, once. */
export async function planOf(
  job: Exclude<JobName, 'retention'>,
  at: Date,
  portfolio: Portfolio,
  parts: Parts,
): Promise<JobPlan> {
  if (job === 'digest') return digestPlan(at, portfolio, parts);
  const { ledger, schedule, store } = parts;
  const plan = job === 'status-requests' ? dueRequests(portfolio, at) : dueReminders(portfolio, at, schedule);
  const messages = statusMessages(plan, ledger, at, await readDrafts(store));
  return { week: plan.week, messages: await notOnOneDay(plan, messages, { portfolio, store, schedule }, at) };
}

async function digestPlan(
  at: Date,
  portfolio: Portfolio,
  { ledger, schedule, store, steering }: Parts,
): Promise<JobPlan> {
  const week = digestWeek(at, schedule, portfolio.programme);
  const channels = await steeringChannels(store, steering);
  if (channels.length === 0 && (await subscriptions(store)).length === 0) return { week, messages: [] };
  const { held, note } = await releaseOf(store, week);
  if (held && !(await keptEdition(store, week))) return { week, messages: [], held: channels.length };
  const edition = await editionOf(store, week, () => composeCurrent(portfolio, week, at, schedule));
  const posts = digestMessages(edition, channels, { ledger, store }, { now: at, note });
  return { week, messages: [...posts, ...(await personalMessages(portfolio, store, schedule, edition))] };
}
