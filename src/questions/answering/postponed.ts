import type { Recorded } from '../../programme/events.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { MovedEnd } from '../fact.js';

/** Projects whose planned end was moved to a later day, each with the last time that happened. */
export function postponedProjects({ history }: Portfolio): ReadonlyMap<string, MovedEnd> {
  const moved = new Map<string, MovedEnd>();
  for (const event of history) {
    if (!movesEnds(event)) continue;
    for (const { noun, id, field, from, to } of event.data.changes)
      if (noun === 'project' && field === 'end' && typeof from === 'string' && typeof to === 'string' && to > from)
        moved.set(id, { from, to, at: event.at });
  }
  return moved;
}

/** Whether history could hold that an end was moved: before the second import there was none to move. */
export function knowsOfMovedEnds({ history }: Portfolio): boolean {
  return history.some(movesEnds);
}

function movesEnds(event: Recorded): event is Extract<Recorded, { type: 'programme.imported' }> {
  return event.type === 'programme.imported' && event.data.revision > 1;
}
