import type { Finding, Path } from './fault.js';
import { select, selectTexts } from './select.js';

const LISTS = [
  'divisions',
  'departments',
  'actionFields',
  'targetGroups',
  'goals',
  'people',
  'projects',
  'concept',
] as const;
type List = (typeof LISTS)[number];

/** Every place of a file that names an entry of one of its lists by id. */
const REFERENCES: readonly { at: Path; to: List }[] = [
  { at: ['departments', '*', 'division'], to: 'divisions' },
  { at: ['people', '*', 'department'], to: 'departments' },
  { at: ['projects', '*', 'actionFields', '*'], to: 'actionFields' },
  { at: ['projects', '*', 'lead', 'department'], to: 'departments' },
  { at: ['projects', '*', 'lead', 'person'], to: 'people' },
  { at: ['projects', '*', 'lead', 'deputies', '*'], to: 'people' },
  { at: ['projects', '*', 'affects', '*'], to: 'departments' },
  { at: ['projects', '*', 'targetGroups', '*'], to: 'targetGroups' },
  { at: ['projects', '*', 'goals', '*'], to: 'goals' },
  { at: ['reports', '*', 'project'], to: 'projects' },
  { at: ['reports', '*', 'by'], to: 'people' },
];
/** What must belong to one entry only: ids, and by what Teams recognises a person. */
const UNIQUE: readonly { at: Path; fold: (value: string) => string }[] = [
  ...LISTS.map((list) => ({ at: [list, '*', 'id'], fold: (value: string) => value })),
  { at: ['reports', '*', 'id'], fold: (value) => value },
  { at: ['people', '*', 'aadObjectId'], fold: (value) => value.toLowerCase() },
  { at: ['people', '*', 'userPrincipalName'], fold: (value) => value.toLowerCase() },
];

/** Ids that name nothing, and what stands twice although it must be unique. Works on the file as it is, faults and all. */
export function checkReferences(raw: unknown): Finding[] {
  return [...unknownIds(raw), ...duplicates(raw)];
}

function unknownIds(raw: unknown): Finding[] {
  const known = Object.fromEntries(
    LISTS.map((list) => [list, new Set(select(raw, [list, '*', 'id']).map(({ value }) => value))]),
  );
  return REFERENCES.flatMap(({ at, to }) =>
    selectTexts(raw, at)
      .filter(({ value }) => value !== '' && !known[to]?.has(value))
      .map(({ path, value }) => {
        const author = at[0] === 'reports' && to === 'people' ? 'yes' : 'no';
        return { code: 'unknownId', path, details: { value, list: to, author } };
      }),
  );
}

function duplicates(raw: unknown): Finding[] {
  return UNIQUE.flatMap(({ at, fold }) => {
    const first = new Map<string, Path>();
    return selectTexts(raw, at).flatMap(({ path, value }): Finding[] => {
      const before = first.get(fold(value));
      if (!before) first.set(fold(value), path);
      if (!before || value === '') return [];
      return [{ code: 'duplicate', path, details: { value, first: `${String(before[0])}[${String(before[1])}]` } }];
    });
  });
}
