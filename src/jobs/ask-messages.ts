import type { Ledger } from '../programme/ledger.js';
import { openAsks } from '../reporting/asks.js';
import { type Books, writtenToOn } from '../reporting/written-to.js';
import type { Planned } from '../reporting/plan.js';
import type { PlannedMessage } from './delivery.js';
import { readDrafts } from './drafts.js';
import { statusMessages } from './status-messages.js';

/**
 * Those the office wants to hear from outside the weekly rhythm are asked as soon as it says so, unless another message
 * about reports has come to them that day.
 *
 * @param settled whether nothing is left to be done about a message
 */
export async function askMessages(
  books: Books,
  ledger: Ledger,
  now: Date,
  settled: (key: string) => boolean,
): Promise<PlannedMessage[]> {
  const messages: Planned[] = [];
  for (const { askedAt, ...planned } of openAsks(books.portfolio, now)) {
    if (settled(planned.key)) continue;
    if (!(await writtenToOn(books, planned.person, new Date(askedAt), planned))) messages.push(planned);
  }
  return messages.length === 0 ? [] : statusMessages({ messages }, ledger, now, await readDrafts(books.store));
}
