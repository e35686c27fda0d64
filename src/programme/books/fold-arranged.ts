import { afterImport, afterSaid } from '../arrangement.js';
import type { Change, Recorded } from '../events.js';
import type { Books } from './books.js';
import { presentProject } from './present.js';

/** Somebody said how a project is asked from now on. */
export function askedOtherwise(books: Books, { data }: Extract<Recorded, { type: 'reporting.arranged' }>): Books {
  const { project: id } = data;
  const arrangements = books.arrangements.with(id, afterSaid(books.arrangements.get(id), data));
  const next = { ...books, arrangements };
  const filed = books.fileProjects.get(id);
  return filed ? { ...next, projects: books.projects.with(id, presentProject(next, filed)) } : next;
}

/** What was said in chat, without what another file has changed since. */
export function arrangementsLeft(books: Books, changes: readonly Change[]): Books['arrangements'] {
  let { arrangements } = books;
  for (const change of changes) {
    const said = change.noun === 'project' && arrangements.get(change.id);
    if (said) arrangements = arrangements.with(change.id, afterImport(said, change));
  }
  return arrangements;
}
