import type { Change, Recorded } from '../programme/events.js';
import type { Project } from '../programme/programme.js';
import { knownBy } from './edits.js';

/** The projects of the file without what later imports changed; the same list where none did. */
export function projectsAt(projects: readonly Project[], history: readonly Recorded[], at: Date): readonly Project[] {
  return nounsAt('project', projects, history, at);
}

/** Projects or the like as the file had them at an instant; those that have left it since stay away. */
export function nounsAt<T extends { id: string }>(
  noun: Change['noun'],
  nouns: readonly T[],
  history: readonly Recorded[],
  at: Date,
): readonly T[] {
  const known = knownBy(at);
  const later = history.flatMap((event) => (event.type === 'programme.imported' && !known(event.at) ? [event] : []));
  // The first import brings in what was there all along.
  const changes = later
    .map(({ data }) => data.changes)
    .filter((list) => !list.some(({ kind, noun }) => kind === 'added' && noun === 'programme'))
    .flat()
    .filter((change) => change.noun === noun);
  if (changes.length === 0) return nouns;
  const then = new Map(nouns.map((each) => [each.id, each]));
  for (const change of changes.reverse()) undo(then, change);
  return [...then.values()];
}

function undo<T extends object>(nouns: Map<string, T>, { kind, id, field, from }: Change): void {
  if (kind === 'added') nouns.delete(id);
  const noun = nouns.get(id);
  if (kind === 'changed' && noun && field) nouns.set(id, withField(noun, field.split('.'), from));
}

function withField<T extends object>(noun: T, [name = '', ...rest]: readonly string[], value: unknown): T {
  const inner = (noun as Record<string, unknown>)[name];
  if (rest.length > 0) {
    return { ...noun, [name]: withField(inner !== null && typeof inner === 'object' ? inner : {}, rest, value) };
  }
  // A programme stored by an earlier version may have lacked a list.
  return { ...noun, [name]: value === null && Array.isArray(inner) ? [] : value };
}
