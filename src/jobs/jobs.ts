import { setTimeout as wait } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { weekOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import { type Log, trace } from '../programme/log.js';
import type { Messenger } from '../programme/messenger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import type { Clock, ProgrammeStore } from '../programme/store.js';
import { type Telemetry, UNWATCHED } from '../programme/telemetry.js';
import { endedPauses } from '../reporting/arrangement.js';
import { askMessages } from './ask-messages.js';
import { conditionMessages } from './condition-messages.js';
import { Deliveries, isOpen } from './delivery.js';
import { occasionsAt, type Occasion } from './due.js';
import type { JobName, JobResult, Jobs } from './job.js';
import { noChannelNotices, Unreachable, unreachableNotices } from './office-notice.js';
import { Outbox } from './outbox.js';
import type { Ticker } from './pace.js';
import { forget } from './retention.js';
import { planOf } from './plans.js';
import { previewMessages } from './preview-messages.js';
import { rulingMessages } from './ruling-messages.js';
import { perform, type JobPlan, type Run } from './run.js';
import { Occasions, Scheduler } from './scheduler.js';

export interface JobParts {
  ledger: Ledger;
  store: ProgrammeStore;
  messenger: Messenger;
  clock: Clock;
  schedule: Schedule;
  log: Log;
  /** STEERING_CONVERSATION, or null. */
  steering: string | null;
  /** Erases what is stored about a person outside history; by default nothing is. */
  forgetPerson?(id: string): Promise<void>;
  /** Erases what is stored about people not listed for long; returns how many documents went. By default nothing is. */
  forgetUnlisted?(now: Date): Promise<number>;
  /** Keeps the pace of sending; real time unless said otherwise. */
  ticker?: Ticker;
  /** 0…1, for scattering retries. */
  random?: () => number;
  /** By default nobody watches. */
  telemetry?: Telemetry;
}

const REAL_TIME: Ticker = { now: () => performance.now(), sleep: (ms) => wait(ms) };

/** What Lotse does by itself. */
export function createJobs(parts: JobParts): Jobs {
  return new ScheduledJobs(parts);
}

class ScheduledJobs implements Jobs {
  readonly #outbox: Outbox;
  readonly #deliveries: Deliveries;
  readonly #occasions: Occasions;
  readonly #unreachable: Unreachable;
  readonly #scheduler: Scheduler;
  /** Saves looking up again and again what is settled; the store knows it, too. */
  readonly #told = new LRUCache<string, true>({ max: 1_000 });

  constructor(private readonly parts: JobParts) {
    const { store, clock, messenger, log } = parts;
    const { ticker = REAL_TIME, random = Math.random } = parts;
    this.#outbox = new Outbox(store, clock, () => ticker.now());
    this.#deliveries = new Deliveries({ outbox: this.#outbox, messenger, log, ticker, random });
    this.#occasions = new Occasions(store);
    this.#unreachable = new Unreachable(store);
    this.#scheduler = new Scheduler(() => this.runDue(), log);
  }

  start(): void {
    this.#scheduler.start();
  }

  wake(): void {
    this.#scheduler.wake();
  }

  stop(): Promise<void> {
    return this.#scheduler.stop();
  }

  async run(job: JobName, at: Date): Promise<JobResult> {
    return (await this.#run(job, at)).result;
  }

  /** Does what is due now and not yet done. What fails is told to operators, and keeps nothing else from being done. */
  async runDue(): Promise<void> {
    const { ledger, clock, schedule } = this.parts;
    const now = clock.now();
    const portfolio = ledger.portfolio();
    if (!portfolio) return;
    await this.#apart('tidying', async () => {
      if (ledger.untidy) await this.#tidy(portfolio, now);
    });
    await this.#apart('pauses', () => this.#endPauses(portfolio, now));
    await this.#apart('news', () => this.#tellNews(portfolio, now));
    const due = occasionsAt(now, schedule, portfolio.programme);
    for (const occasion of await this.#occasions.open(due, now)) {
      await this.#apart(occasion.id, async () => {
        if (await this.#attend(occasion, now)) await this.#occasions.done(occasion);
      });
    }
  }

  async #apart(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.parts.log.error({ what, ...trace(error) }, 'something due could not be done; it is tried again');
    }
  }

  /** Whether nothing is left to be done. */
  async #attend({ job, id }: Occasion, now: Date): Promise<boolean> {
    if (job !== 'preview') {
      const { open, held } = await this.#run(job, now);
      return open === 0 && !held;
    }
    const { ledger, store, schedule } = this.parts;
    const portfolio = ledger.portfolio();
    const week = id.slice(-'2026-W20'.length);
    const messages = portfolio ? await previewMessages(portfolio, store, schedule, { week, now }) : [];
    let open = 0;
    for (const message of messages) {
      const ending = await this.#deliveries.deliver(message);
      if (isOpen(ending)) open += 1;
    }
    return open === 0;
  }

  /** Completes what somebody who asked to be forgotten did not see to its end, whatever became of that process. */
  async #tidy(portfolio: Portfolio | undefined, now: Date): Promise<void> {
    const { ledger, forgetPerson = () => Promise.resolve() } = this.parts;
    for (const event of portfolio?.history ?? []) {
      if (event.type === 'person.forgotten' && event.data.person !== '') await forgetPerson(event.data.person);
    }
    await ledger.tidy(now);
  }

  async #endPauses(portfolio: Portfolio, now: Date): Promise<void> {
    const events = endedPauses(portfolio, now);
    if (events.length > 0) await this.parts.ledger.record(events, now);
  }

  /** Not a matter of the schedule: whoever is concerned learns of a decision or is asked as soon as it is recorded. */
  async #tellNews(portfolio: Portfolio, now: Date): Promise<void> {
    const { ledger, schedule, store } = this.parts;
    const news = [
      ...rulingMessages(portfolio, ledger, now),
      ...(await askMessages({ portfolio, store, schedule }, ledger, now, (key) => this.#told.has(key))),
      ...conditionMessages(portfolio, ledger, schedule, now),
    ];
    for (const message of news) {
      if (this.#told.has(message.key)) continue;
      const ending = await this.#deliveries.deliver(message);
      if (!isOpen(ending)) this.#told.set(message.key, true);
    }
  }

  #run(job: JobName, at: Date): Promise<Run> {
    const { telemetry = UNWATCHED } = this.parts;
    return telemetry.step('job', { job }, async () => {
      const run = await this.#carryOut(job, at);
      if (job !== 'retention') {
        telemetry.count('sent', run.result.sent, { job });
        telemetry.count('failed', run.result.failed, { job });
      }
      return run;
    });
  }

  async #carryOut(job: JobName, at: Date): Promise<Run> {
    const { ledger, log } = this.parts;
    await ledger.refresh(this.parts.clock.now());
    const portfolio = ledger.portfolio();
    if (job === 'retention') return this.#retention(at, portfolio);
    const plan = portfolio ? await planOf(job, at, portfolio, this.parts) : { week: weekOf(at, 'utc'), messages: [] };
    const run = await perform(job, plan, this.#deliveries);
    await this.#tellOffice(job, plan, run);
    log.info({ ...run.result, open: run.open }, 'job done');
    return run;
  }

  async #tellOffice(job: JobName, { week, messages }: JobPlan, run: Run): Promise<void> {
    const { ledger } = this.parts;
    await this.#unreachable.reached(messages, run);
    const news = await this.#unreachable.news(run);
    const notices = news.length > 0 ? unreachableNotices(week, news, ledger) : [];
    if (job === 'digest' && messages.length === 0 && !run.held) notices.push(...noChannelNotices(week, ledger));
    for (const notice of notices) await this.#deliveries.deliver(notice);
  }

  async #retention(at: Date, portfolio: Portfolio | undefined): Promise<Run> {
    const week = weekOf(at, portfolio?.programme.timeZone ?? 'utc');
    const { store, forgetUnlisted = () => Promise.resolve(0) } = this.parts;
    const removed = (await forget(store, week)) + (await forgetUnlisted(at));
    await this.#tidy(portfolio, this.parts.clock.now());
    this.parts.log.info({ removed }, 'what was past its time has been removed');
    const result = { job: 'retention' as const, week, planned: removed, sent: removed, skipped: 0, failed: 0 };
    return { result, open: 0, held: false, undelivered: [] };
  }
}
