import { conditionsMessage } from '../cards/decisions/conditions-card.js';
import { conditionReminders } from '../digest/conditions.js';
import { weekOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import type { PlannedMessage } from './delivery.js';
import { langOf } from './status-messages.js';

/** Whoever can say that a condition is met is reminded on the day it is due. */
export function conditionMessages(
  portfolio: Portfolio,
  ledger: Ledger,
  schedule: Schedule,
  now: Date,
): PlannedMessage[] {
  return conditionReminders(portfolio, now, schedule).map((reminder) => ({
    key: reminder.key,
    week: weekOf(reminder.day, portfolio.programme.timeZone),
    to: { person: reminder.person },
    compose: () => {
      const known = ledger.portfolio() ?? portfolio;
      const person = known.programme.people.find(({ id }) => id === reminder.person) ?? null;
      return conditionsMessage(reminder, { portfolio: known, lang: langOf(known, reminder.person), person });
    },
  }));
}
