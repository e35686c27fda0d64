import { dayOf } from '../programme/calendar.js';
import type { Portfolio } from '../programme/portfolio.js';
import { answering } from './absence.js';
import { askKey } from './message-keys.js';
import type { AskedProject, Planned } from './plan.js';

/** An ask that could not be delivered within so many days is not made up for; in milliseconds. */
const VALID = 2 * 24 * 3_600_000;

/** A message of the office's asking; `askedAt` is the instant it asked first, ISO 8601. */
export type OpenAsk = Extract<Planned, { kind: 'ask' }> & { askedAt: string };

/**
 * What the office has asked for outside the weekly rhythm and is not answered yet: one message a person and day of
 * asking, for whoever answers for the projects then. Keys `ask:<day>:<person>`.
 */
export function openAsks(portfolio: Portfolio, now: Date): OpenAsk[] {
  const { timeZone } = portfolio.programme;
  const byKey = new Map<string, OpenAsk>();
  for (const event of portfolio.history) {
    if (event.type !== 'update.asked' || now.getTime() - Date.parse(event.at) > VALID) continue;
    const day = dayOf(event.at, timeZone);
    for (const { person, ...asked } of askedPeople(portfolio, event.data.projects, day)) {
      if (answeredSince(portfolio, asked.project, event.at) || person === event.by) continue;
      const key = askKey(day, person);
      const message = byKey.get(key) ?? {
        kind: 'ask',
        key,
        person,
        week: event.data.week,
        projects: [],
        askedAt: event.at,
      };
      const known = message.projects.some(({ project }) => project === asked.project);
      byKey.set(key, known ? message : { ...message, projects: [...message.projects, asked] });
    }
  }
  return [...byKey.values()];
}

/** Who would be asked about projects on a day; projects nobody is there for are left out. */
export function askedPeople(
  portfolio: Portfolio,
  projects: readonly string[],
  day: string,
): (AskedProject & { person: string })[] {
  return projects.flatMap((id) => {
    const project = portfolio.projects.get(id);
    const who = project ? answering(portfolio, project, day) : null;
    return !who || 'missing' in who ? [] : [{ project: id, ...who }];
  });
}

function answeredSince(portfolio: Portfolio, project: string, at: string): boolean {
  return (portfolio.reports.get(project) ?? []).some(({ submittedAt }) => Date.parse(submittedAt) > Date.parse(at));
}
