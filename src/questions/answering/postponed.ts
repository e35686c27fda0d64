import type { Recorded } from '../../programme/events.js';
import type { Portfolio } from '../../programme/portfolio.js';

/** Ids of the projects whose planned end an import has moved to a later day. */
export function postponedProjects({ history }: Portfolio): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const event of history) {
    if (!movesEnds(event)) continue;
    for (const { noun, id, field, from, to } of event.data.changes)
      if (noun === 'project' && field === 'end' && typeof from === 'string' && typeof to === 'string' && to > from)
        moved.add(id);
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
