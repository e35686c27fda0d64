import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import { addDays, addWeeks, dayOf, mondayOf, weekOf } from '../programme/calendar.js';
import type { Schedule, WeeklyTime } from '../programme/schedule.js';
import { isPublicHoliday, nextWorkingDay, previousWorkingDay, type Place } from './working-days.js';

export type { Place };

/** When Lotse speaks about one reporting week. Instants; public holidays are already taken into account. */
export interface Moments {
  week: string;
  /** The request. On a holiday it comes forward to the working day before, so that nobody loses time to answer. */
  request: Date;
  /** Nudges, earliest first, at most one a day. On a holiday they wait for the next working day. */
  reminders: Date[];
  /** Deputy and office are told, once. Null when the schedule has no escalation. */
  escalation: Date | null;
  /** The digest; a report counts for the week until then. On a holiday it waits for the next working day. */
  digest: Date;
}

/** They are asked for many times a minute and need a hundred reckonings in the calendar. */
const known = new WeakMap<Schedule, LRUCache<string, Moments>>();

/** The moments of an ISO week by the schedule, in the programme's zone (across changes of daylight saving too). */
export function momentsOf(week: string, schedule: Schedule, place: Place): Moments {
  let moments = known.get(schedule);
  if (!moments) known.set(schedule, (moments = new LRUCache({ max: 500 })));
  const key = `${week} ${place.timeZone} ${place.holidays ?? ''}`;
  let found = moments.get(key);
  if (!found) moments.set(key, (found = reckon(week, schedule, place)));
  return found;
}

function reckon(week: string, schedule: Schedule, place: Place): Moments {
  const request = onWorkingDay(weeklyInstant(week, schedule.requests, place.timeZone), place, 'before');
  const plannedDigest = weeklyInstant(addWeeks(week, 1), schedule.digest, place.timeZone);
  const digest = onWorkingDay(plannedDigest, place, 'after');
  const days = new Set([dayOf(request, place.timeZone)]);
  const reminders = schedule.reminders
    .map((time) => onWorkingDay(firstAfter(request, time, place.timeZone), place, 'after'))
    .sort((a, b) => a.getTime() - b.getTime())
    .filter((at) => {
      const day = dayOf(at, place.timeZone);
      const useful = at < digest && !days.has(day);
      days.add(day);
      return useful;
    });
  const escalation = schedule.escalation ? afterDigest(plannedDigest, digest, schedule.escalation, place) : null;
  return { week, request, reminders, escalation, digest };
}

/** The week being collected at an instant: the last ended one until its digest has gone out, then the present one. */
export function openWeek(at: Date, schedule: Schedule, place: Place): string {
  const current = weekOf(at, place.timeZone);
  const previous = addWeeks(current, -1);
  return at < momentsOf(previous, schedule, place).digest ? previous : current;
}

/**
 * When Lotse will write to people about their reports later on the local day of an instant, by the weekly request or the
 * escalation; null when it will not. Reminders are left out: they pass over whoever was asked that day.
 */
export function laterToday(at: Date, schedule: Schedule, place: Place): Date | null {
  const day = dayOf(at, place.timeZone);
  const current = weekOf(at, place.timeZone);
  const moments = [addWeeks(current, -2), addWeeks(current, -1), current, addWeeks(current, 1)].flatMap((week) => {
    const { request, escalation } = momentsOf(week, schedule, place);
    return escalation ? [request, escalation] : [request];
  });
  return moments.find((moment) => moment > at && dayOf(moment, place.timeZone) === day) ?? null;
}

/** The instant of a weekly time in an ISO week; a time that daylight saving skips is the one an hour later. */
export function weeklyInstant(week: string, { weekday, time }: WeeklyTime, zone: string): Date {
  return localInstant(addDays(mondayOf(week), weekday - 1), time, zone);
}

function localInstant(day: string, time: string, zone: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone }).toJSDate();
}

function firstAfter(instant: Date, time: WeeklyTime, zone: string): Date {
  const week = weekOf(instant, zone);
  const here = weeklyInstant(week, time, zone);
  return here > instant ? here : weeklyInstant(addWeeks(week, 1), time, zone);
}

/** A digest that a holiday moved past it takes the escalation along to the working day after: a week later it would be lost. */
function afterDigest(planned: Date, digest: Date, time: WeeklyTime, place: Place): Date {
  const at = onWorkingDay(firstAfter(planned, time, place.timeZone), place, 'after');
  if (at > digest) return at;
  const next = nextWorkingDay(addDays(dayOf(digest, place.timeZone), 1), place.holidays);
  return localInstant(next, time.time, place.timeZone);
}

/** Moves an instant off a public holiday, keeping the time of day. A weekend was chosen on purpose and stays. */
function onWorkingDay(instant: Date, place: Place, where: 'before' | 'after'): Date {
  const local = DateTime.fromJSDate(instant, { zone: place.timeZone });
  const day = local.toFormat('yyyy-MM-dd');
  if (!isPublicHoliday(day, place.holidays)) return instant;
  const moved = where === 'after' ? nextWorkingDay(day, place.holidays) : previousWorkingDay(day, place.holidays);
  return localInstant(moved, local.toFormat('HH:mm'), place.timeZone);
}
