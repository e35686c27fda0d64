import { plannedMessage } from '../cards/status/planned.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import { LANGUAGES, type Lang } from '../programme/text.js';
import type { Draft } from '../reporting/draft.js';
import type { Plan } from '../reporting/plan.js';
import { type Books, writtenToOn } from '../reporting/written-to.js';
import type { PlannedMessage } from './delivery.js';

/** The personal messages of a plan about status reports, each in its reader's language and with what they had begun to write. */
export function statusMessages(
  { messages }: Pick<Plan, 'messages'>,
  ledger: Ledger,
  at: Date,
  draftsOf: (person: string, projects: readonly string[]) => Draft[],
): PlannedMessage[] {
  return messages.map((planned) => ({
    key: planned.key,
    week: planned.week,
    to: { person: planned.person },
    compose: () => {
      const portfolio = ledger.portfolio();
      if (!portfolio) return null;
      const drafts = draftsOf(
        planned.person,
        planned.projects.map(({ project }) => project),
      );
      return plannedMessage(portfolio, planned, { at, drafts }, langOf(portfolio, planned.person));
    },
  }));
}

export function langOf({ programme }: Portfolio, person: string): Lang {
  return programme.people.find(({ id }) => id === person)?.lang ?? LANGUAGES[0];
}

/**
 * Leaves out nudges to people who were asked on the same day already (by a request that was made up for, or at the
 * office's wish): never two messages a day. They are nudged the next time.
 */
export async function notOnOneDay(
  plan: Plan,
  messages: PlannedMessage[],
  books: Books,
  at: Date,
): Promise<PlannedMessage[]> {
  const kept: PlannedMessage[] = [];
  for (const [index, planned] of plan.messages.entries()) {
    const message = messages[index];
    if (!message) continue;
    const sameDay = planned.kind === 'reminder' && (await writtenToOn(books, planned.person, at, planned));
    if (!sameDay) kept.push(message);
  }
  return kept;
}
