import type { Change } from '../programme/events.js';
import type { Programme } from '../programme/programme.js';
import { inLanguage, LANGUAGES, type Text } from '../programme/text.js';

const NOUNS: Record<Change['noun'], { one: string; many: string; list: keyof Programme | null }> = {
  programme: { one: 'programme', many: 'programmes', list: null },
  division: { one: 'division', many: 'divisions', list: 'divisions' },
  department: { one: 'department', many: 'departments', list: 'departments' },
  actionField: { one: 'action field', many: 'action fields', list: 'actionFields' },
  targetGroup: { one: 'target group', many: 'target groups', list: 'targetGroups' },
  goal: { one: 'goal', many: 'goals', list: 'goals' },
  person: { one: 'person', many: 'people', list: 'people' },
  project: { one: 'project', many: 'projects', list: 'projects' },
  concept: { one: 'concept chapter', many: 'concept chapters', list: 'concept' },
};
const KINDS: readonly { kind: Change['kind']; heading: string }[] = [
  { kind: 'added', heading: 'Added' },
  { kind: 'changed', heading: 'Changed' },
  { kind: 'removed', heading: 'Removed' },
];

/** Changes as an operator reads them: grouped by added, changed, removed and by noun; changed nouns field by field. */
export function changeList(changes: readonly Change[], programme: Programme): string[] {
  return KINDS.flatMap(({ kind, heading }) => {
    const these = changes.filter((change) => change.kind === kind);
    if (these.length === 0) return [];
    const nouns = (Object.keys(NOUNS) as Change['noun'][]).flatMap((noun) => {
      const ofNoun = these.filter((change) => change.noun === noun);
      return kind === 'changed' ? changedLines(noun, ofNoun, programme) : plainLines(noun, ofNoun);
    });
    return [heading, ...nouns];
  });
}

function plainLines(noun: Change['noun'], changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const { one, many } = NOUNS[noun];
  const names = changes.map(({ id, from, to }) => `    ${id}  ${nameOf(to ?? from)}`);
  return [`  ${changes.length} ${changes.length === 1 ? one : many}`, ...names];
}

function changedLines(noun: Change['noun'], changes: readonly Change[], programme: Programme): string[] {
  if (changes.length === 0) return [];
  const names = namesOf(noun, programme);
  const byId = new Map<string, Change[]>();
  for (const change of changes) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  return [...byId].flatMap(([id, fields]) => [
    `  ${NOUNS[noun].one} ${id}  ${names.get(id) ?? ''}`,
    ...fields.flatMap(fieldLines).map((line) => `    ${line}`),
  ]);
}

function namesOf(noun: Change['noun'], programme: Programme): Map<string, string> {
  const { list } = NOUNS[noun];
  if (list === null) return new Map([[programme.id, nameOf(programme.title)]]);
  const entries = programme[list] as readonly { id: string; name?: unknown; title?: unknown }[];
  return new Map(entries.map(({ id, title, name }) => [id, nameOf(title ?? name)]));
}

function fieldLines({ field, from, to }: Change): string[] {
  const name = field ?? '';
  if (isTexts(from) && isTexts(to)) {
    return LANGUAGES.filter((lang) => from[lang] !== to[lang]).map(
      (lang) => `${name} (${lang}): ${shown(from[lang])} → ${shown(to[lang])}`,
    );
  }
  if (Array.isArray(from) && Array.isArray(to)) return [`${name}: ${listChange(from as unknown[], to as unknown[])}`];
  return [`${name}: ${shown(from)} → ${shown(to)}`];
}

function listChange(from: readonly unknown[], to: readonly unknown[]): string {
  if ([...from, ...to].every((item) => labelOf(item) !== '')) return namedChange(from, to);
  const [before, after] = [from.map(shown), to.map(shown)];
  const gone = before.filter((item) => !after.includes(item)).map((item) => `− ${item}`);
  const added = after.filter((item) => !before.includes(item)).map((item) => `+ ${item}`);
  if (gone.length + added.length > 0) return [...gone, ...added].join(', ');
  return `${before.join(', ')} → ${after.join(', ')}`;
}

/** Entries without an id but with a name, as milestones: one that stays is told by what changed about it. */
function namedChange(from: readonly unknown[], to: readonly unknown[]): string {
  const same = (item: unknown) => (other: unknown) => labelOf(item) === labelOf(other);
  const gone = from.filter((item) => !to.some(same(item))).map((item) => `− ${labelOf(item)}`);
  const added = to.filter((item) => !from.some(same(item))).map((item) => `+ ${labelOf(item)}${inBrackets(item)}`);
  const changed = to.flatMap((item) => {
    const before = from.find(same(item));
    const fields = before === undefined ? [] : fieldsChanged(before as object, item as object);
    return fields.length > 0 ? [`${labelOf(item)}: ${fields.join(', ')}`] : [];
  });
  const all = [...gone, ...added, ...changed];
  return all.length > 0 ? all.join('; ') : to.map(labelOf).join(', ');
}

function fieldsChanged(before: object, after: object): string[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => shown(old.get(field)) !== shown(now.get(field)))
    .map((field) => `${field} ${plain(old.get(field))} → ${plain(now.get(field))}`);
}

function inBrackets(item: unknown): string {
  const more = Object.entries(item as object).filter(([field, value]) => !LABELS.includes(field) && value !== null);
  return more.length > 0 ? ` (${more.map(([field, value]) => `${field} ${plain(value)}`).join(', ')})` : '';
}

const LABELS: readonly string[] = ['title', 'name'];

/** What an entry is called, empty where it is called nothing. */
function labelOf(item: unknown): string {
  if (item === null || typeof item !== 'object') return '';
  const { title, name } = item as { title?: unknown; name?: unknown };
  return nameOf(title ?? name);
}

function plain(value: unknown): string {
  return isTexts(value) ? nameOf(value) : typeof value === 'string' ? value : shown(value);
}

function nameOf(name: unknown): string {
  return isTexts(name) ? inLanguage(name, 'de') : typeof name === 'string' ? name : '';
}

function isTexts(value: unknown): value is Text {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => LANGUAGES.some((lang) => lang === key));
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '(nothing)';
  return typeof value === 'object' || typeof value === 'string' ? JSON.stringify(value) : String(value);
}
