import type { Portfolio } from '../../programme/portfolio.js';

/** Ids of the projects whose planned end an import has moved to a later day. */
export function postponedProjects({ history }: Portfolio): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const event of history) {
    // Before the first import there was no end to move.
    if (event.type !== 'programme.imported' || event.data.revision <= 1) continue;
    for (const { noun, id, field, from, to } of event.data.changes)
      if (noun === 'project' && field === 'end' && typeof from === 'string' && typeof to === 'string' && to > from)
        moved.add(id);
  }
  return moved;
}
