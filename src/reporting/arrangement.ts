import { createHash } from 'node:crypto';
import { askingOf, sameAsking } from '../programme/arrangement.js';
import { addWeeks, dayOf, weekOf } from '../programme/calendar.js';
import type { Asking, ProgrammeEvent } from '../programme/events.js';
import { reportDue } from '../programme/policies/due.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Project } from '../programme/programme.js';
import type { ArrangementWish } from './arrangement-text.js';

/** How a project would be asked if a wish were granted. */
export function wished(project: Project, wish: ArrangementWish): Asking {
  const { cadence } = askingOf(project);
  switch (wish.kind) {
    case 'cadence':
      return { cadence: wish.cadence, paused: false, until: null };
    case 'pause':
      return { cadence, paused: true, until: wish.until };
    case 'resume':
      // Who was never asked and goes on is asked as all others of the register.
      return { cadence: cadence === 'never' ? null : cadence, paused: false, until: null };
  }
}

/** The event that makes a project be asked otherwise; null where it is asked so already. */
export function arrange(
  { history }: Pick<Portfolio, 'history'>,
  project: Project,
  to: Asking,
  { by, at, why }: Pick<ProgrammeEvent, 'by' | 'at' | 'why'>,
): ProgrammeEvent | null {
  const from = askingOf(project);
  if (sameAsking(from, to)) return null;
  // Named by its place among what was said before: pressed or delivered twice it is one change, said again later another.
  const before = history.filter((event) => event.type === 'reporting.arranged' && event.data.project === project.id);
  const id = `arranged-${hashOf([project.id, JSON.stringify([from, to]), by, String(before.length + 1)])}`;
  return { id, type: 'reporting.arranged', at, by, why, data: { project: project.id, from, to } };
}

/** The pauses whose day has come, as the events that end them. */
export function endedPauses(portfolio: Portfolio, now: Date): ProgrammeEvent[] {
  const today = dayOf(now, portfolio.programme.timeZone);
  return [...portfolio.projects.values()].flatMap((project) => {
    if (!project.paused || !project.pausedUntil || project.pausedUntil > today) return [];
    const about = { by: null, at: now.toISOString(), why: null };
    const event = arrange(portfolio, project, wished(project, { kind: 'resume' }), about);
    // Named by the day, so that replicas end it once.
    return event ? [{ ...event, id: `resumed-${hashOf([project.id, project.pausedUntil])}` }] : [];
  });
}

/** The week in which a project is asked next, this one included; null where it is not asked within a year. */
export function nextAsked(project: Project, now: Date, zone: string): string | null {
  const current = weekOf(now, zone);
  const weeks = Array.from({ length: 53 }, (_, ahead) => addWeeks(current, ahead));
  return weeks.find((week) => reportDue(project, week)) ?? null;
}

function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
}
