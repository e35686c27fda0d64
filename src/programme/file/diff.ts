import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../events.js';
import type { Programme } from '../programme.js';

type Noun = Exclude<Change['noun'], 'programme'>;
/** A noun as the comparison sees it: plain fields under an id. */
type Entity = { id: string; name?: unknown; title?: unknown };

const LISTS: readonly { noun: Noun; of: (programme: Programme) => readonly Entity[] }[] = [
  { noun: 'division', of: (programme) => programme.divisions },
  { noun: 'department', of: (programme) => programme.departments },
  { noun: 'actionField', of: (programme) => programme.actionFields },
  { noun: 'targetGroup', of: (programme) => programme.targetGroups },
  { noun: 'goal', of: (programme) => programme.goals },
  { noun: 'person', of: (programme) => programme.people },
  { noun: 'project', of: (programme) => programme.projects },
  { noun: 'concept', of: (programme) => programme.concept },
];
/** Lists of nouns whose own order people see and mean. */
const ORDERED_NOUNS: readonly (keyof Programme)[] = ['actionFields', 'concept'];
/** Fields that are looked into, so that a change names the part that changed, e.g. `resources.investment`. */
const COMPOSITE = new Set(['lead', 'resources', 'assessment', 'vocabulary']);
/** Lists that are sets: another order is no change. (`actionFields`, `deputies`, `objectives`, `milestones` are sequences.) */
const SETS = new Set([
  'aliases',
  'formerNames',
  'roles',
  'affects',
  'targetGroups',
  'goals',
  'legalBasis',
  'keywords',
  'links',
  'fictional',
]);

/**
 * What differs between two states of the programme, in the order programme, divisions, …, concept. A changed noun gives
 * one change per field with the old and the new value. An added or removed noun gives one change with its name (`to`
 * or `from`), enough to speak of it after it is gone.
 */
export function diffProgrammes(before: Programme | null, after: Programme): Change[] {
  return [
    ...programmeChanges(before, after),
    ...LISTS.flatMap(({ noun, of }) => listChanges(noun, before ? of(before) : [], of(after))),
  ];
}

function programmeChanges(before: Programme | null, after: Programme): Change[] {
  const { id } = after;
  if (!before) return [{ kind: 'added', noun: 'programme', id, field: null, from: null, to: after.title }];
  const own = fieldChanges('programme', id, ownFields(before), ownFields(after));
  const orders = ORDERED_NOUNS.flatMap((list): Change[] => {
    const [from, to] = commonOrder(before[list] as readonly Entity[], after[list] as readonly Entity[]);
    return isDeepStrictEqual(from, to) ? [] : [{ kind: 'changed', noun: 'programme', id, field: list, from, to }];
  });
  return [...own, ...orders];
}

function ownFields(programme: Programme): object {
  return Object.fromEntries(Object.entries(programme).filter(([, value]) => !Array.isArray(value)));
}

function commonOrder(before: readonly Entity[], after: readonly Entity[]): [string[], string[]] {
  const old = new Set(before.map((entity) => entity.id));
  const now = new Set(after.map((entity) => entity.id));
  return [[...old].filter((id) => now.has(id)), [...now].filter((id) => old.has(id))];
}

function listChanges(noun: Noun, before: readonly Entity[], after: readonly Entity[]): Change[] {
  const old = new Map(before.map((entity) => [entity.id, entity]));
  const now = new Set(after.map((entity) => entity.id));
  const added = after
    .filter(({ id }) => !old.has(id))
    .map((entity): Change => ({ kind: 'added', noun, id: entity.id, field: null, from: null, to: nameOf(entity) }));
  const changed = after.flatMap((entity) => {
    const previous = old.get(entity.id);
    return previous ? fieldChanges(noun, entity.id, previous, entity) : [];
  });
  const removed = before
    .filter(({ id }) => !now.has(id))
    .map((entity): Change => ({ kind: 'removed', noun, id: entity.id, field: null, from: nameOf(entity), to: null }));
  return [...added, ...changed, ...removed];
}

function nameOf(entity: Entity): unknown {
  return entity.title ?? entity.name ?? null;
}

function fieldChanges(noun: Change['noun'], id: string, before: object, after: object): Change[] {
  const old = flatten(before);
  const now = flatten(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !sameField(field, old.get(field), now.get(field)))
    .map((field) => ({ kind: 'changed', noun, id, field, from: old.get(field) ?? null, to: now.get(field) ?? null }));
}

function flatten(entity: object): Map<string, unknown> {
  const fields = Object.entries(entity).flatMap(([field, value]): [string, unknown][] =>
    COMPOSITE.has(field) && value !== null && typeof value === 'object'
      ? Object.entries(value).map(([part, inner]) => [`${field}.${part}`, inner])
      : [[field, value]],
  );
  return new Map(fields);
}

function sameField(field: string, before: unknown, after: unknown): boolean {
  // A programme stored by an earlier version may lack a field that is null by now.
  const [old, now] = [before ?? null, after ?? null];
  if (SETS.has(field) && Array.isArray(old) && Array.isArray(now)) return isDeepStrictEqual(asSet(old), asSet(now));
  return isDeepStrictEqual(old, now);
}

/** Sets of texts and of plain objects alike: compared by what they say. */
function asSet(list: readonly unknown[]): Set<string> {
  return new Set(list.map((item) => JSON.stringify(item)));
}
