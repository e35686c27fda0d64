import type { Field, Option, Question } from '../question.js';
import { historyPeriod } from './decide-reports.js';
import type { Rule } from './decide-rule.js';
import { reasonAsked } from './decide-why.js';
import type { Draft } from './draft.js';
import { has, type Sentence } from './sentence.js';
import { isFragment, isYesNo } from './verbs.js';

/** One project is meant, or one of several. */
export const singleProject: Rule = (sentence, draft) => {
  if (!draft.wantsProject || isBareMatter(sentence, draft)) return null;
  if (draft.candidates.length > 1) {
    if (asksWhetherAny(sentence, draft)) return null;
    // "Alles rund ums Rad": each of them is.
    if (has(sentence, 'ask.all') && isFragment(sentence)) return null;
    const options = draft.candidates
      .slice(0, 6)
      .map((id): Option => ({ noun: 'project', id, question: aboutProject(sentence, draft, id) }));
    return { intent: 'clarify', about: 'project', options, words: draft.topic.join(' ') || null };
  }
  if (draft.project) return aboutProject(sentence, draft, draft.project);
  if (draft.pronoun && !draft.ranking && !speaksOfItself(sentence))
    return { intent: 'clarify', about: 'project', options: [], words: null };
  return null;
};

/** "Haus", "Bürger": a bare noun that no project is called by is a matter to look through, no name. */
function isBareMatter(sentence: Sentence, { leftover, namesProject }: Draft): boolean {
  const [only, second] = leftover;
  return (
    only !== undefined &&
    second === undefined &&
    !namesProject &&
    isFragment(sentence) &&
    sentence.tokens.length === 1 &&
    !/[-/]/.test(only.raw)
  );
}

/** "Nutzen wir irgendwo Sensoren?", "do we do anything with AI?": whether there is any, not about one of them. */
const asksWhetherAny = (sentence: Sentence, { namesProject }: Draft): boolean =>
  !namesProject &&
  // "Nutzen wir …": the verb that opens asks for no benefit.
  sentence.marks.every((mark) => !mark.value.startsWith('field.') || mark.from === 0) &&
  isYesNo(sentence) &&
  !has(sentence, 'noun.project', 'ask.truth') &&
  (has(sentence, 'ask.exists') || isAboutCity(sentence));

/** The city is what does something: "we", "you", "the city" stands behind the verb that opens the question. */
const isAboutCity = ({ tokens }: Sentence): boolean =>
  tokens.slice(1, 4).some(({ word }) => /^(?:wir|ihr|we|you|stadt|city)$/.test(word));

/** "Was macht die Feuerwehr da?": the pronoun means what the sentence names itself, no project said before. */
const speaksOfItself = (sentence: Sentence): boolean =>
  sentence.things.some((thing) => thing.ids.length > 0) &&
  has(sentence, 'ask.what', 'ask.about', 'ask.which', 'ask.exists') &&
  !has(sentence, 'pronoun.project') &&
  !isYesNo(sentence);

/** What is asked about one project. */
export function aboutProject(sentence: Sentence, draft: Draft, project: string): Question {
  const { health } = draft.filters;
  if (health && asksSince(sentence)) return { intent: 'history', project, during: null, since: health };
  const reason = reasonAsked(sentence, draft, project);
  if (reason) return reason;
  if (has(sentence, 'ask.why') && !has(sentence, 'field.cost'))
    return { intent: 'fact', project, fields: ['goals', 'objectives', 'legalBasis', 'summary'] };
  if (isYesNo(sentence) || draft.premise) return verify(draft, project);
  if (has(sentence, 'field.history') && draft.fields.every((field) => field === 'history' || field === 'status'))
    return { intent: 'history', project, during: historyPeriod(sentence) };
  const fields = asksAbout(sentence, draft.fields);
  return fields.length > 0 ? { intent: 'fact', project, fields } : { intent: 'project', project };
}

/** "Seit wann ist X rot?", "seit welcher Woche", "wie lange steht X schon auf Gelb?", "how long has X been red?" */
const asksSince = (sentence: Sentence): boolean =>
  has(sentence, 'ask.howLong') ||
  /\b(?:(?:seit|ab) (?:wann|welche\w*)|(?:since|from) (?:when|which|what)|wann (?:wurde|war)|when (?:did|was))\b/i.test(
    sentence.text,
  );

function asksAbout(sentence: Sentence, fields: readonly Field[]): Field[] {
  if (has(sentence, 'ask.about') && fields.length === 0) return [];
  return [...fields];
}

/** Fields of which "has it any?" is a sensible question; of the others the value is what one wants to know. */
const SUPPOSABLE: ReadonlySet<Field> = new Set<Field>([
  'investment',
  'runningPerYear',
  'personnelDays',
  'fte',
  'legalBasis',
  'end',
  'start',
  'milestones',
  'assessment',
  'links',
  'deputies',
  'targetGroups',
]);

/** "OZG", "§ 5", "Meldegesetz", "Transport Act". */
const LAW =
  /^\p{Lu}{2,}|\p{Lu}\p{L}*\p{Lu}|§|[Gg]esetz|[Oo]rdnung|[Ss]atzung|[Rr]ichtlinie|\b(?:[Aa]ct|[Ll]aw|[Rr]egulation|[Dd]irective)\b|^(?:ozg|dsgvo|gdpr|nis2|bgb|sgb|whg|gemo|eidas)/u;

function verify(draft: Draft, project: string): Question {
  const { topic: _, thresholds, lacks, projects: _p, legal, ...others } = draft.filters;
  // "Hat die Musikschule online eine Rechtsgrundlage?": the words name the project unless one looks like a law.
  const claims = legal?.some((word) => LAW.test(word)) ? { ...others, legal } : others;
  const field = draft.fields[0] ?? null;
  const measured = thresholds?.filter((each) => !('missing' in each));
  if (measured && measured.length > 0)
    return { intent: 'verify', project, claims: { ...claims, thresholds: measured }, field };
  if (Object.keys(claims).length > 0)
    return { intent: 'verify', project, claims, field: field === 'lead' || field === 'affects' ? field : null };
  if (lacks && lacks.length > 0) return { intent: 'verify', project, claims: { lacks }, field };
  if (!field) return { intent: 'project', project };
  return SUPPOSABLE.has(field)
    ? { intent: 'verify', project, claims: { has: [field] }, field }
    : { intent: 'fact', project, fields: draft.fields };
}
