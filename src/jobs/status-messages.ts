import { plannedMessage } from '../cards/status/planned.js';
import { dayOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import { LANGUAGES, type Lang } from '../programme/text.js';
import type { Draft } from '../reporting/draft.js';
import type { Plan } from '../reporting/plan.js';
import type { PlannedMessage } from './delivery.js';
import type { Outbox } from './outbox.js';

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
 * Leaves out nudges to people who were asked on the same day already (a request that was made up for): never two messages
 * a day. They are nudged the next time.
 */
export async function notOnOneDay(
  plan: Plan,
  messages: PlannedMessage[],
  outbox: Outbox,
  today: string,
  { programme }: Portfolio,
): Promise<PlannedMessage[]> {
  const kept: PlannedMessage[] = [];
  for (const [index, planned] of plan.messages.entries()) {
    const message = messages[index];
    if (!message) continue;
    const asked =
      planned.kind === 'reminder' ? await outbox.find(plan.week, `request:${plan.week}:${planned.person}`) : undefined;
    const sameDay = asked?.state === 'sent' && dayOf(asked.at, programme.timeZone) === today;
    if (!sameDay) kept.push(message);
  }
  return kept;
}
