import type { Programme } from '../../programme/programme.js';
import { inLanguage } from '../../programme/text.js';
import type { Asker, Filters, Question } from '../question.js';
import type { Understanding } from '../understanding/index.js';

/** A noun of the programme by its id. */
export interface Noun {
  kind: 'department' | 'actionField' | 'project';
  id: string;
}

/**
 * What words name on their own: departments (of a division all that are left of it), an action field or a project, however
 * a question may name them: by number, kind, alias, former name or with a slip. Empty where they name none or ask for more.
 */
export function nounsNamed(
  words: string,
  programme: Programme,
  { understanding, ...input }: { understanding: Understanding; asker: Asker; now: Date },
): Noun[] {
  const { lang } = input.asker;
  const department = inLanguage(programme.vocabulary.department, lang);
  for (const text of [words, `${department} ${words}`, `${FIELD[lang]} ${words}`]) {
    const { question, unknownWords } = understanding.read(text, { ...input, context: null });
    const nouns = unknownWords.length > 0 ? [] : nounsOf(question, programme);
    if (nouns.length > 0) return nouns;
  }
  return [];
}

/** A word the understanding knows action fields by. */
const FIELD = { de: 'Handlungsfeld', en: 'action field' } as const;

function nounsOf(question: Question, programme: Programme): Noun[] {
  switch (question.intent) {
    case 'project':
      return [{ kind: 'project', id: question.project }];
    case 'organisation':
      return departments(programme, question.department ? [question.department] : [], question.division);
    case 'list':
    case 'count':
      return sole(question.filters, programme);
    default:
      return [];
  }
}

/** What a set is bounded by, where that is one noun and nothing else. */
function sole(filters: Filters, programme: Programme): Noun[] {
  const { organisations = [], actionFields = [], ...others } = filters;
  if (Object.keys(others).length > 0) return [];
  const [organisation, second] = organisations;
  if (organisation && !second && actionFields.length === 0)
    return departments(programme, organisation.departments, organisation.division);
  const [field] = actionFields;
  return field && actionFields.length === 1 && !organisation ? [{ kind: 'actionField', id: field }] : [];
}

function departments(programme: Programme, ids: readonly string[], division: string | null): Noun[] {
  return programme.departments
    .filter(
      (each) =>
        each.kind !== 'dissolved' && (ids.includes(each.id) || (division !== null && each.division === division)),
    )
    .map(({ id }) => ({ kind: 'department', id }));
}
