import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { ProgrammeStore } from '../programme/store.js';
import { openAsks } from '../reporting/asks.js';
import type { PlannedMessage } from './delivery.js';
import { readDrafts } from './drafts.js';
import { statusMessages } from './status-messages.js';

/** Those the office wants to hear from outside the weekly rhythm are asked as soon as it says so. */
export async function askMessages(
  portfolio: Portfolio,
  ledger: Ledger,
  store: ProgrammeStore,
  now: Date,
): Promise<PlannedMessage[]> {
  const messages = openAsks(portfolio, now);
  return messages.length === 0 ? [] : statusMessages({ messages }, ledger, now, await readDrafts(store));
}
