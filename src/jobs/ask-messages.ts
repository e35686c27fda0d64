import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import { openAsks } from '../reporting/asks.js';
import type { PlannedMessage } from './delivery.js';
import { statusMessages } from './status-messages.js';

/** Those the office wants to hear from outside the weekly rhythm are asked as soon as it says so. */
export function askMessages(portfolio: Portfolio, ledger: Ledger, now: Date): PlannedMessage[] {
  return statusMessages({ messages: openAsks(portfolio, now) }, ledger, now);
}
