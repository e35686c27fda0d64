import type { Portfolio } from '../../programme/portfolio.js';

/** All projects, ids: those first that were reported on or changed last, the others in the programme's order. */
export function latestChanged({ projects, reports, history }: Portfolio): string[] {
  const last = new Map<string, string>([...projects.keys()].map((id) => [id, '']));
  const note = (id: string, at: string): void => {
    const before = last.get(id);
    if (before !== undefined && before < at) last.set(id, at);
  };
  for (const [id, list] of reports) for (const { submittedAt } of list) note(id, submittedAt);
  for (const event of history) {
    // The first import is no change: before it there was nothing.
    if (event.type !== 'programme.imported' || event.data.revision <= 1) continue;
    for (const change of event.data.changes) if (change.noun === 'project') note(change.id, event.at);
  }
  return [...last].sort(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1)).map(([id]) => id);
}
