import { DateTime } from 'luxon';
import { dayOf } from '../programme/calendar.js';
import { openCondition, type Decision } from '../programme/decision.js';
import type { ProgrammeEvent } from '../programme/events.js';
import { isOffice } from '../programme/policies/person.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { absenceOn, answering } from '../reporting/absence.js';
import { nextWorkingDay } from '../reporting/working-days.js';
import { compare } from './course.js';

/** The condition of an approval, as somebody follows it up. */
export interface ConditionTask {
  decision: string;
  project: string;
  /** What was decided. */
  text: string;
  condition: string;
  /** `YYYY-MM-DD`, null where none was set. */
  due: string | null;
  overdue: boolean;
  fulfilled: boolean;
}
/** A reminder of conditions whose day has come; `key` is what the outbox claims. */
export interface ConditionReminder {
  key: string;
  person: string;
  day: string;
  tasks: ConditionTask[];
}

/** A reminder that could not be delivered within so many days is left to the digest. */
const REMINDED_WITHIN_DAYS = 3;

/** The conditions still to be met, the earliest day first, those without a day last. */
export function openConditions({ decisions }: Portfolio, today: string): ConditionTask[] {
  return [...decisions.values()]
    .filter(openCondition)
    .flatMap((decision) => conditionTask(decision, today) ?? [])
    .sort((a, b) => compare(a.due ?? '9', b.due ?? '9'));
}

/** A decision's condition, met or not; null where it has none. */
export function conditionTask(decision: Decision, today: string): ConditionTask | null {
  const { id, project, text } = decision;
  const ruling = decision.rulings.at(-1);
  if (ruling?.outcome !== 'approved' || !ruling.condition) return null;
  const { condition, until: due } = ruling;
  const fulfilled = Boolean(ruling.fulfilled);
  return { decision: id, project, text, condition, due, overdue: !fulfilled && due !== null && due < today, fulfilled };
}

/**
 * On the day a condition is due (on a free day the next working day), at the hour of the weekly requests, whoever answers
 * for the project and the programme office are reminded, in one message each; keys `condition:<day>:<person>`.
 */
export function conditionReminders(portfolio: Portfolio, now: Date, schedule: Schedule): ConditionReminder[] {
  const { timeZone, holidays } = portfolio.programme;
  const today = dayOf(now, timeZone);
  const found = new Map<string, ConditionReminder>();
  for (const task of openConditions(portfolio, today)) {
    if (!task.due) continue;
    const day = nextWorkingDay(task.due, holidays);
    const at = DateTime.fromISO(`${day}T${schedule.requests.time}`, { zone: timeZone });
    if (now < at.toJSDate() || now >= at.plus({ days: REMINDED_WITHIN_DAYS }).toJSDate()) continue;
    for (const person of concerned(portfolio, task.project, today)) {
      const key = `condition:${day}:${person}`;
      const tasks = [...(found.get(key)?.tasks ?? []), task];
      found.set(key, { key, person, day, tasks });
    }
  }
  return [...found.values()];
}

/** The event that says a condition is met, or not after all; null where that is known already. */
export function fulfil(
  portfolio: Portfolio,
  decision: Decision,
  fulfilled: boolean,
  { by, now }: { by: string | null; now: Date },
): ProgrammeEvent | null {
  if (Boolean(decision.rulings.at(-1)?.fulfilled) === fulfilled) return null;
  // Named by its place among what was said before, so that of two at the same moment history takes one.
  const said = portfolio.history.filter(
    (event) => event.type === 'condition.fulfilled' && event.data.decision === decision.id,
  ).length;
  const id = `condition:${decision.id}:${said + 1}`;
  const data = { decision: decision.id, fulfilled };
  return { id, type: 'condition.fulfilled', at: now.toISOString(), by, why: null, data };
}

function concerned(portfolio: Portfolio, id: string, today: string): Set<string> {
  const project = portfolio.projects.get(id);
  const who = project && answering(portfolio, project, today);
  const offices = portfolio.programme.people.filter(
    (person) => isOffice(person) && !absenceOn(portfolio, person.id, today),
  );
  return new Set([...(who && 'person' in who ? [who.person] : []), ...offices.map((person) => person.id)]);
}
