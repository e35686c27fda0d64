import { isKey, t } from '../../../locales/index.js';
import { inLanguage, type Text } from '../../../programme/text.js';
import type { Body } from '../../../questions/answer.js';
import type { Fact } from '../../../questions/fact.js';
import { clip } from '../../format.js';
import { factValue } from './facts.js';
import { all } from './format.js';
import type { Speaker } from './speaker.js';

type Edit = Extract<Body, { kind: 'changes' }>['edits'][number];
/** A changed description is told by its beginning. */
const LONGEST = 120;

/** What an import did to a project: "Ende: 30.09.2026 → 31.12.2026", or that it is new or gone. */
export function editWords(speaker: Speaker, { kind, field, from, to }: Edit): string {
  const { lang } = speaker;
  if (kind !== 'changed' || field === null) return t(lang, kind === 'removed' ? 'changes.removed' : 'changes.added');
  return t(lang, 'changes.edit', {
    field: labelOf(speaker, field),
    from: clip(valueWords(speaker, field, from), LONGEST),
    to: clip(valueWords(speaker, field, to), LONGEST),
  });
}

function labelOf({ lang }: Speaker, path: string): string {
  const key = `fact.${factOf(path)}.label`;
  return isKey(key) ? t(lang, key) : path;
}

/** The field of the programme file under the name that answers have for it. */
function factOf(path: string): string {
  const [field = '', part] = path.split('.');
  if (field === 'lead') return part === 'department' ? 'lead' : part === 'person' ? 'leadPerson' : 'deputies';
  return field === 'resources' ? (part ?? field) : field;
}

function valueWords(speaker: Speaker, path: string, value: unknown): string {
  const { lang, names } = speaker;
  const none = t(lang, 'fact.none');
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
    return none;
  const fact = factOf(path);
  switch (fact) {
    case 'title':
      return inLanguage(value as Text, lang) || none;
    case 'lead':
      return names.department(String(value));
    case 'leadPerson':
      return names.person(String(value));
    case 'paused':
    case 'published':
      return t(lang, value === true ? 'fact.yes' : 'fact.no');
    case 'cadence': {
      const key = `fact.cadence.${String(value)}`;
      return isKey(key) ? t(lang, key) : String(value);
    }
    case 'keywords':
      return all(lang, (value as unknown[]).map(String));
    case 'assessment': {
      const rated = { legal: null, technical: null, economic: null, [path.split('.')[1] ?? '']: value };
      return factValue(speaker, { field: 'assessment', value: rated } as Fact) ?? none;
    }
    default:
      return factValue(speaker, { field: fact, value } as Fact) ?? none;
  }
}
