import type { Asking, Change, ProgrammeEvent } from './events.js';
import type { Cadence, Project } from './programme.js';

/** What was said in chat about asking a project, over what its file says; what was not said is absent. */
export interface Arrangement {
  cadence?: { to: Cadence | null };
  pause?: Pick<Asking, 'paused' | 'until'>;
}

/** How a project is asked as it stands. */
export function askingOf({ cadence, paused, pausedUntil }: Project): Asking {
  return { cadence, paused, until: pausedUntil ?? null };
}

/** Whether a project is asked as all others of its register. */
export function askingIsUsual({ cadence, paused }: Project): boolean {
  return cadence === null && !paused;
}

export function sameAsking(a: Asking, b: Asking): boolean {
  return a.cadence === b.cadence && samePause(a, b);
}

/** The project with what was said in chat; the same object where nothing was. */
export function arranged(project: Project, said: Arrangement | undefined): Project {
  const { cadence, pause } = said ?? {};
  if (!cadence && !pause) return project;
  return {
    ...project,
    ...(cadence && { cadence: cadence.to }),
    ...(pause && { paused: pause.paused, pausedUntil: pause.until }),
  };
}

/** What counts after somebody said something: only what they changed goes over the file. */
export function afterSaid(before: Arrangement | undefined, { from, to }: { from: Asking; to: Asking }): Arrangement {
  return {
    ...before,
    ...(from.cadence !== to.cadence && { cadence: { to: to.cadence } }),
    ...(!samePause(from, to) && { pause: { paused: to.paused, until: to.until } }),
  };
}

/** What counts after an import: where the new file says something else than the one before, the file has the last word. */
export function afterImport(before: Arrangement, { kind, field }: Change): Arrangement {
  if (kind === 'removed') return {};
  const { cadence, pause } = before;
  return {
    ...(cadence && field !== 'cadence' && { cadence }),
    ...(pause && field !== 'paused' && { pause }),
  };
}

/** What counted at an instant, by project id. */
export function arrangementsAt(history: readonly ProgrammeEvent[], at: Date): Map<string, Arrangement> {
  const found = new Map<string, Arrangement>();
  for (const event of history) {
    if (event.type !== 'reporting.arranged' && event.type !== 'programme.imported') continue;
    if (Date.parse(event.at) > at.getTime()) continue;
    if (event.type === 'reporting.arranged') {
      found.set(event.data.project, afterSaid(found.get(event.data.project), event.data));
    } else if (found.size > 0) {
      for (const change of event.data.changes) {
        const said = change.noun === 'project' && found.get(change.id);
        if (said) found.set(change.id, afterImport(said, change));
      }
    }
  }
  return found;
}

function samePause(a: Asking, b: Asking): boolean {
  return a.paused === b.paused && a.until === b.until;
}
