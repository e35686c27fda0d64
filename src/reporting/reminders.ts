import { addWeeks, dayOf, weekOf } from '../programme/calendar.js';
import { isOffice } from '../programme/policies/person.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { isPublicHoliday } from './working-days.js';
import { absenceOn } from './absence.js';
import { escalationKey, reminderKey } from './message-keys.js';
import { momentsOf, openWeek, type Moments } from './moments.js';
import type { AskedProject, Plan, Planned } from './plan.js';
import { missingReports } from './requests.js';

/**
 * What is to be said at an instant about reports that are still missing: the nudge whose time came last (keys
 * `reminder:<week>:<round>:<person>`), or after the digest the one word to deputies and office (keys
 * `escalation:<week>:<person>`, `missing:<week>:<person>`). A nudge that was missed is not made up for. Then silence.
 */
export function dueReminders(portfolio: Portfolio, at: Date, schedule: Schedule): Plan {
  const { programme } = portfolio;
  const escalated = addWeeks(weekOf(at, programme.timeZone), -1);
  const before = momentsOf(escalated, schedule, programme);
  if (
    before.escalation &&
    at >= before.escalation &&
    at < momentsOf(addWeeks(escalated, 1), schedule, programme).request
  )
    return escalation(portfolio, at, escalated);
  const week = openWeek(at, schedule, programme);
  const moments = momentsOf(week, schedule, programme);
  const round = moments.reminders.filter((moment) => moment <= at).length;
  return round > 0 ? nudge(portfolio, at, moments, round) : { week, messages: [], skipped: [] };
}

/** Whether somebody asked not to be reminded at an instant about a week. */
export function isSnoozed(portfolio: Portfolio, person: string, week: string, at: Date): boolean {
  const last = portfolio.history.findLast(
    (event) => event.type === 'reminders.snoozed' && event.data.person === person && event.data.week === week,
  );
  if (last?.type !== 'reminders.snoozed') return false;
  return last.data.until === null || at < new Date(last.data.until);
}

function nudge(portfolio: Portfolio, at: Date, { week }: Moments, round: number): Plan {
  const { timeZone, holidays } = portfolio.programme;
  const day = dayOf(at, timeZone);
  const free = isPublicHoliday(day, holidays);
  const { byPerson, skipped } = missingReports(portfolio, week, day, (person) =>
    free ? 'holiday' : isSnoozed(portfolio, person, week, at) ? 'snoozed' : null,
  );
  const messages = [...byPerson].map(([person, projects]): Planned => {
    return { kind: 'reminder', key: reminderKey(week, round, person), person, week, round, projects };
  });
  return { week, messages, skipped };
}

/** Deputies get the projects they could report on in one message, the office everything that is missing. */
function escalation(portfolio: Portfolio, at: Date, week: string): Plan {
  const { timeZone, holidays, people } = portfolio.programme;
  const day = dayOf(at, timeZone);
  const free = isPublicHoliday(day, holidays);
  const { byPerson, skipped } = missingReports(portfolio, week, day, free ? () => 'holiday' : undefined);
  const missing = [...byPerson.values()].flat();
  const offices = people.filter((person) => isOffice(person) && !absenceOn(portfolio, person.id, day));
  const told = new Set(offices.map((person) => person.id));
  const messages: Planned[] = [];
  const byDeputy = new Map<string, AskedProject[]>();
  for (const [asked, projects] of byPerson)
    for (const { project } of projects) {
      const lead = portfolio.projects.get(project)?.lead;
      const deputy = lead?.deputies.find(
        (person) =>
          person !== asked &&
          !told.has(person) &&
          people.some((one) => one.id === person) &&
          !absenceOn(portfolio, person, day),
      );
      if (deputy) byDeputy.set(deputy, [...(byDeputy.get(deputy) ?? []), { project, insteadOf: lead?.person ?? null }]);
    }
  for (const [person, projects] of byDeputy)
    messages.push({ kind: 'escalation', key: escalationKey(week, person), person, week, projects });
  // A project nobody could be asked about is missing all the same; the office is the only one who can help.
  const orphans = skipped.filter(
    ({ reason }) => reason === 'no-lead' || reason === 'absent' || reason === 'unknown-person',
  );
  const all = [...missing, ...orphans.map(({ project }) => ({ project, insteadOf: null }))];
  if (all.length > 0 && !free)
    for (const person of told)
      messages.push({ kind: 'missing', key: `missing:${week}:${person}`, person, week, projects: all });
  return { week, messages, skipped };
}
