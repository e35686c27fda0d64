import type { Field } from '../question.js';
import { isContent } from './lexicon.js';
import { has, marksOf, type Mark, type Sentence } from './sentence.js';

const FIELDS_BY_CONCEPT: Readonly<Partial<Record<Mark['value'], Field>>> = {
  'field.cost': 'investment',
  'field.investment': 'investment',
  'field.runningPerYear': 'runningPerYear',
  'field.personnelDays': 'personnelDays',
  'field.fte': 'fte',
  'field.end': 'end',
  'field.start': 'start',
  'field.goals': 'goals',
  'field.legalBasis': 'legalBasis',
  'field.targetGroups': 'targetGroups',
  'field.milestones': 'milestones',
  'field.assessment': 'assessment',
  'field.funding': 'funding',
  'field.deputies': 'deputies',
  'field.links': 'links',
  'field.risk': 'risk',
};
/** Fields that are measured, so that a missing one is a bound. */
export const MEASURE_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'investment',
  'runningPerYear',
  'personnelDays',
  'fte',
]);

/** What only some projects state, so that "Projekte mit …" narrows to those that do. */
const STATABLE = /^field\.(?:legalBasis|milestones|risk|links|deputies|assessment|end|start|cost|investment)$/;
const REACH = 4;
const HAVING = /^(?:mit|haben|hat|besitzen|with|have|has|having)$/;

/** "Welche Projekte haben Meilensteine?", "projects with a legal basis": neither denied nor bounded, of no value told. */
export function statedFields(sentence: Sentence): Field[] {
  const { tokens, marks, amounts, periods, things } = sentence;
  if (
    !has(sentence, 'noun.projects', 'register.future', 'register.permanent') ||
    amounts.length + periods.length + things.length > 0
  )
    return [];
  if (marks.some(({ value }) => /^(?:super|compare|agg|group|health|assessment|climate)\b/.test(value))) return [];
  const side = undeniedSide(sentence);
  if (!side) return [];
  const told = new Set<number>();
  const fields = marks.flatMap((mark) => {
    let before = mark.from - 1;
    while (
      before > mark.from - REACH &&
      !isContent(tokens[before]?.word ?? '') &&
      !HAVING.test(tokens[before]?.word ?? '') &&
      !told.has(before)
    )
      before--;
    const inSide = mark.from >= side.from && mark.to <= side.to;
    const isHad =
      inSide && (HAVING.test(tokens[before]?.word ?? '') || told.has(before) || (side.from > 0 && before < side.from));
    const ends = /[,;.?!]/.test(tokens[mark.to - 1]?.after ?? '') || !isContent(tokens[mark.to]?.word ?? '');
    const field = STATABLE.test(mark.value) && isHad && ends ? FIELDS_BY_CONCEPT[mark.value] : undefined;
    if (field) told.add(mark.to - 1);
    return field ? [field] : [];
  });
  return [...new Set(fields)];
}

/** "Kein Budget, aber ein Enddatum", "an end date but no budget": what is denied stands on one side only, the other one is returned. */
function undeniedSide(sentence: Sentence): { from: number; to: number } | null {
  const { length } = sentence.tokens;
  const denials = marksOf(sentence, 'negation', 'lacks');
  if (denials.length === 0) return { from: 0, to: length };
  const but = butAt(sentence);
  const isBehind = denials.map(({ from }) => from > but);
  if (but < 0 || new Set(isBehind).size > 1) return null;
  return isBehind[0] ? { from: 0, to: but } : { from: but + 1, to: length };
}

/** Where a sentence turns to the contrary; -1 where it does not. */
const butAt = ({ tokens }: Sentence): number =>
  tokens.findIndex(({ word }) => /^(?:aber|jedoch|dafur|but)$/.test(word));

/** Fields that were said to be missing: "ohne Budget", "kein Enddatum", "Rechtsgrundlage fehlt", "no end date". */
export function lackedFields(sentence: Sentence): Field[] {
  const fields: Field[] = [];
  const but = butAt(sentence);
  for (const lack of marksOf(sentence, 'lacks')) {
    if (sentence.amounts.some(({ from }) => from === lack.to)) continue;
    const near = sentence.marks.filter((mark) => {
      if (mark.from > but !== lack.from > but) return false;
      // "Keine Probleme" tells how projects stand.
      if (marksOf(sentence, 'health.trouble').some(({ from }) => from === mark.from)) return false;
      const gap = mark.from >= lack.to ? mark.from - lack.to : lack.from - mark.to;
      return FIELDS_BY_CONCEPT[mark.value] !== undefined && gap >= 0 && gap <= 2;
    });
    const after = near.filter((mark) => mark.from >= lack.to);
    // "Was kosten alle ohne die Tablets?": a preposition speaks of what follows it.
    const follows = /^(?:ohne|without)$/.test(sentence.tokens[lack.from]?.word ?? '');
    for (const mark of after.length > 0 || follows ? after : near) {
      const field = FIELDS_BY_CONCEPT[mark.value];
      if (field && !fields.includes(field)) fields.push(field);
    }
  }
  return fields.includes('investment') && has(sentence, 'field.investment', 'field.cost')
    ? fields.filter((field) => field === 'investment' || !MEASURE_FIELDS.has(field))
    : fields;
}
