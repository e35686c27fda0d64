import type { Field, Measure } from '../question.js';
import type { Concept } from './lexicon.js';
import { has, type Mark, type Sentence } from './sentence.js';

/** Fields by the concept that asks for them. */
const FIELD_CONCEPTS: readonly (readonly [Concept, readonly Field[]])[] = [
  ['field.end', ['end']],
  ['field.start', ['start']],
  ['field.duration', ['start', 'end']],
  ['ask.howLong', ['start', 'end']],
  ['field.cost', ['investment', 'runningPerYear']],
  ['field.investment', ['investment']],
  ['field.runningPerYear', ['runningPerYear']],
  ['field.personnelDays', ['personnelDays']],
  ['field.fte', ['fte']],
  ['field.staff', ['fte', 'personnelDays']],
  ['field.funding', ['funding']],
  ['field.goals', ['goals', 'objectives']],
  ['field.objectives', ['objectives']],
  ['field.legalBasis', ['legalBasis']],
  ['field.climate', ['climate']],
  ['field.targetGroups', ['targetGroups']],
  ['field.actionFields', ['actionFields']],
  ['field.register', ['register']],
  ['field.lead', ['lead']],
  ['field.affects', ['affects']],
  ['field.milestones', ['milestones']],
  ['field.assessment', ['assessment']],
  ['assessment.legal', ['assessment']],
  ['assessment.technical', ['assessment']],
  ['assessment.economic', ['assessment']],
  ['field.links', ['links']],
  ['field.progress', ['progress', 'status']],
  ['field.risk', ['risk', 'status']],
  ['field.nextSteps', ['nextSteps']],
  ['field.deputies', ['deputies']],
  ['field.status', ['status', 'progress']],
];

/** The single facts a question asks for, in the order they were said. */
export function askedFields(sentence: Sentence): Field[] {
  const perYear = costsPerYear(sentence);
  const specificCost = perYear || has(sentence, 'field.investment', 'field.runningPerYear');
  const found: { at: number; fields: readonly Field[] }[] = [];
  for (const [concept, fields] of FIELD_CONCEPTS) {
    if (concept === 'field.cost' && specificCost) continue;
    for (const mark of sentence.marks) {
      if (mark.value === concept && !isInTitle(sentence, mark)) found.push({ at: mark.from, fields });
    }
  }
  if (perYear) found.push({ at: perYear.from, fields: ['runningPerYear'] });
  found.sort((a, b) => a.at - b.at);
  let fields = [...new Set(found.flatMap((each) => each.fields))];
  if (fields.includes('milestones') || fields.includes('deputies'))
    fields = fields.filter((field) => field !== 'lead' && field !== 'end');
  if (has(sentence, 'field.nextSteps'))
    fields = ['nextSteps', ...fields.filter((field) => !['nextSteps', 'start', 'end'].includes(field))];
  if (fields.length === 0) {
    if (has(sentence, 'ask.when')) return ['start', 'end'];
    if (has(sentence, 'ask.who') || asksWhichOffice(sentence)) return ['lead'];
  }
  return fields;
}

/** "Was kosten die Projekte von Abteilung 3 im Jahr?": however far "im Jahr" stands from what costs. */
function costsPerYear({ tokens, marks }: Sentence): Mark | undefined {
  const cost = marks.find(({ value }) => value === 'field.cost');
  const yearly = tokens.some(
    ({ word }, at) =>
      /^(?:jahr|year)$/.test(word) &&
      /^(?:im|a|per)$/.test(tokens[at - 1]?.word ?? '') &&
      tokens[at + 1]?.kind !== 'number',
  );
  return yearly && !marks.some(({ value }) => value === 'field.investment') ? cost : undefined;
}

/** "In welchem Amt liegt …?", "bei welchem Referat ist …?" */
const asksWhichOffice = ({ tokens, marks }: Sentence): boolean =>
  marks.some(
    ({ value, from, to }) =>
      value === 'ask.which' &&
      /^(?:in|bei|von)$/.test(tokens[from - 1]?.word ?? '') &&
      /^welche[mr]$/.test(tokens[from]?.word ?? '') &&
      marks.some((noun) => noun.from === to && /^noun\.(?:department|division)$/.test(noun.value)),
  );

/** "Digital tree register": a word of a title asks for nothing. */
const isInTitle = ({ projects }: Sentence, mark: Mark): boolean =>
  projects.some(
    (project) =>
      project.via !== 'keyword' &&
      project.from <= mark.from &&
      project.to >= mark.to &&
      project.to - project.from > mark.to - mark.from,
  );

const MEASURES: readonly (readonly [Concept, Measure])[] = [
  ['field.runningPerYear', 'runningPerYear'],
  ['field.personnelDays', 'personnelDays'],
  ['field.fte', 'fte'],
  ['field.staff', 'fte'],
  ['field.investment', 'investment'],
  ['field.progress', 'progress'],
  ['field.cost', 'investment'],
  ['field.duration', 'duration'],
  ['ask.howLong', 'duration'],
];

/** The measure a sum, an order or a threshold is about; null when none was said. */
export function measureOf(sentence: Sentence): Measure | null {
  if (costsPerYear(sentence)) return 'runningPerYear';
  return MEASURES.find(([concept]) => has(sentence, concept))?.[1] ?? null;
}
export const FIELD_OF_MEASURE: Readonly<Partial<Record<Measure, Field>>> = {
  investment: 'investment',
  runningPerYear: 'runningPerYear',
  personnelDays: 'personnelDays',
  fte: 'fte',
  progress: 'progress',
};
