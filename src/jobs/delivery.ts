import { LRUCache } from 'lru-cache';
import { type Log, trace } from '../programme/log.js';
import type { Delivery, Message, Messenger, Recipient } from '../programme/messenger.js';
import { StoreConflict, StoreUnavailable } from '../programme/store.js';
import { nextStep } from './next-step.js';
import { LEASE_MS, MOST_ATTEMPTS } from './outbox-entry.js';
import { isClaim, type Claim, type Outbox } from './outbox.js';
import { APP_ALLOWANCE, APP_SPACING_MS, Quota, Spacing, THREAD_ALLOWANCES, Windows, type Ticker } from './pace.js';

/** A message that is to go out once; `compose` is called when its turn has come. */
export interface PlannedMessage {
  key: string;
  week: string;
  to: Recipient;
  /** Null when there is nothing to say any more. */
  compose(): Message | null;
  /** Called when it is known to be sent, by this run or an earlier one; must bear being called again. */
  onSent?(activity: string): Promise<void>;
}

/** How one message of a run ended. `open`: it is not settled; somebody else is at it, or it will be tried again. */
export type Ending =
  { outcome: 'sent' } | { outcome: 'skipped'; open: boolean } | { outcome: 'failed'; open: boolean; reason: string };

export function isOpen(ending: Ending): boolean {
  return ending.outcome !== 'sent' && ending.open;
}

/** Within a run nobody waits longer for one message than this; it is put back instead. */
const LONGEST_WAIT_MS = 60_000;
const ATTEMPTS_PER_RUN = 5;

export interface DeliveryParts {
  outbox: Outbox;
  messenger: Messenger;
  log: Log;
  ticker: Ticker;
  /** 0…1 */
  random(): number;
}

/** Carries planned messages out: claims, sends at the platform's pace, tries again, and notes what came of it. */
export class Deliveries {
  readonly #app: Spacing;
  readonly #quota: Quota;
  /** Of the conversations written to lately; older ones have their allowance back anyway. */
  readonly #threads = new LRUCache<string, Windows>({ max: 2_000 });

  constructor(private readonly parts: DeliveryParts) {
    this.#app = new Spacing(APP_SPACING_MS, parts.ticker);
    this.#quota = new Quota(APP_ALLOWANCE, parts.ticker);
  }

  /** `waitMs`: so long each note in the outbox may wait to be made durable together with others. */
  async deliver(planned: PlannedMessage, waitMs = 0): Promise<Ending> {
    try {
      return await this.#deliver(planned, waitMs);
    } catch (error) {
      // Whoever waited too long lost the claim; the one who has it now carries on.
      if (error instanceof StoreConflict) return { outcome: 'skipped', open: true };
      throw error;
    }
  }

  async #deliver(planned: PlannedMessage, waitMs: number): Promise<Ending> {
    const found = await this.parts.outbox.claim(planned.week, planned.key, waitMs);
    if (isClaim(found)) return this.#perform(planned, found);
    if (found.state === 'sent') await planned.onSent?.(found.activity ?? '');
    if (found.state === 'failed' || found.state === 'unreachable') {
      return { outcome: 'failed', open: false, reason: found.reason ?? found.state };
    }
    if (found.state === 'planned') return failed('later', true);
    // Whoever is sending it may die before it is sent: somebody has to look again.
    return { outcome: 'skipped', open: found.state === 'sending' };
  }

  async #perform(planned: PlannedMessage, claimed: Claim): Promise<Ending> {
    const { outbox, ticker, random } = this.parts;
    const message = planned.compose();
    if (!message) {
      await outbox.giveUp(claimed, 'failed', 'nothing-to-say');
      return { outcome: 'skipped', open: false };
    }
    let claim = claimed;
    let heldSince = ticker.now();
    for (let attempt = 1; ; attempt += 1) {
      await this.#thread(planned.to).take();
      if (attempt > 1) {
        claim = await outbox.again(claim);
        heldSince = ticker.now();
      }
      // Last, so that nothing comes between the even pace and the platform.
      await this.#app.take();
      // The platform may ask for a longer pause than a claim holds; by then another replica may have sent it.
      if (ticker.now() - heldSince > LEASE_MS / 2) {
        claim = await outbox.hold(claim);
        heldSince = ticker.now();
      }
      const answered = await this.#quota.take();
      const delivery = await this.#send(planned.to, message).finally(answered);
      const step = nextStep(delivery, claim.entry.attempts, random());
      switch (step.kind) {
        case 'sent':
          await this.#noteSent(claim, step.activity);
          await planned.onSent?.(step.activity);
          return { outcome: 'sent' };
        case 'unreachable':
        case 'failed':
          return this.#giveUp(claim, step.kind, step.reason);
        case 'stop':
          await outbox.postpone(claim, LONGEST_WAIT_MS, 'disabled');
          return failed('disabled', true);
        case 'retry':
          if (claim.entry.attempts >= MOST_ATTEMPTS) return this.#giveUp(claim, 'failed', step.reason);
          if (attempt >= ATTEMPTS_PER_RUN || step.waitMs > LONGEST_WAIT_MS) {
            await outbox.postpone(claim, step.waitMs, step.reason);
            return failed(step.reason, true);
          }
          await ticker.sleep(step.waitMs);
      }
    }
  }

  async #send(to: Recipient, message: Message): Promise<Delivery> {
    const delivery = await this.parts.messenger.send(to, message).catch((error: unknown): Delivery => {
      this.parts.log.error(trace(error), 'the messenger failed');
      return { outcome: 'unknown' };
    });
    // The platform does not say whether it is the thread or the app that sent too much: everybody waits.
    if (delivery.outcome === 'later' && delivery.retryAfterMs !== null) this.#app.pause(delivery.retryAfterMs);
    return delivery;
  }

  /** What was sent and is not noted would be sent again: a store that is away for a moment is waited for. */
  async #noteSent(claim: Claim, activity: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.parts.outbox.sent(claim, activity);
        return;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || attempt === 8) throw error;
        await this.parts.ticker.sleep(100 * 2 ** attempt);
      }
    }
  }

  async #giveUp(claim: Claim, state: 'failed' | 'unreachable', reason: string): Promise<Ending> {
    await this.parts.outbox.giveUp(claim, state, reason);
    return failed(reason, false);
  }

  #thread(to: Recipient): Windows {
    const key = 'person' in to ? `person ${to.person}` : `conversation ${to.conversation}`;
    let windows = this.#threads.get(key);
    if (!windows) this.#threads.set(key, (windows = new Windows(THREAD_ALLOWANCES, this.parts.ticker)));
    return windows;
  }
}

function failed(reason: string, open: boolean): Ending {
  return { outcome: 'failed', open, reason };
}
