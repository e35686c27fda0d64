import { addWeeks, dayOf, weekOf } from '../programme/calendar.js';
import { outboxOf } from '../programme/outbox-place.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { storeKey } from '../programme/store-key.js';
import type { ProgrammeStore } from '../programme/store.js';
import { askKey, escalationKey, reminderKey, requestKey } from './message-keys.js';
import { momentsOf, openWeek } from './moments.js';
import { reportableWeeks } from './week.js';

/** A message as the outbox knows it. */
interface Place {
  week: string;
  key: string;
}
interface Entry {
  state: string;
  at: string;
}

/** What to look up: the book of what was sent, and by which times it is sent. */
export interface Books {
  store: ProgrammeStore;
  portfolio: Portfolio;
  schedule: Schedule;
}

/**
 * Whether somebody was asked about their reports on the local day of an instant already: by the weekly request, a reminder,
 * an escalation or at the office's wish. Nobody gets two such messages a day. A message that is under way counts.
 *
 * @param besides a message that does not count
 */
export async function writtenToOn(books: Books, person: string, at: Date, besides?: Place): Promise<boolean> {
  const { timeZone } = books.portfolio.programme;
  const day = dayOf(at, timeZone);
  const places = placesOn(books, person, at).filter(({ key }) => key !== besides?.key);
  const found = await Promise.all(places.map(({ week, key }) => books.store.get<Entry>(outboxOf(week), storeKey(key))));
  return found.some(
    (stored) =>
      stored &&
      stored.value.state !== 'failed' &&
      stored.value.state !== 'unreachable' &&
      dayOf(stored.value.at, timeZone) === day,
  );
}

function placesOn({ portfolio, schedule }: Books, person: string, at: Date): Place[] {
  const { programme } = portfolio;
  const { timeZone } = programme;
  const day = dayOf(at, timeZone);
  const current = weekOf(at, timeZone);
  const open = openWeek(at, schedule, programme);
  const nudges = momentsOf(open, schedule, programme).reminders.flatMap((moment, index) =>
    dayOf(moment, timeZone) === day ? [{ week: open, key: reminderKey(open, index + 1, person) }] : [],
  );
  const last = addWeeks(current, -1);
  const asked = new Set([open, ...reportableWeeks(at, timeZone)]);
  return [
    { week: current, key: requestKey(current, person) },
    ...nudges,
    { week: last, key: escalationKey(last, person) },
    ...[...asked].map((week) => ({ week, key: askKey(day, person) })),
  ];
}
