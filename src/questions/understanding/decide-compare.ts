import type { Compared, Field, Measure } from '../question.js';
import type { Rule } from './decide-rule.js';
import { measureOf } from './fields.js';
import { has, type Sentence } from './sentence.js';
import { isYesNo } from './verbs.js';

type Kind = 'cost' | 'day' | 'duration' | 'progress' | 'amount';

/** Comparatives, folded: what they compare and from which end. */
const COMPARATIVES: readonly (readonly [RegExp, Kind, Compared['direction']])[] = [
  [/^(?:teurer|kostspieliger|pricier|dearer|costlier)$/, 'cost', 'desc'],
  [/^(?:gunstiger|billiger|cheaper)$/, 'cost', 'asc'],
  [/^(?:fruher|eher|zuerst|earlier|sooner|first|vor|before)$/, 'day', 'asc'],
  [/^(?:spater|zuletzt|later|last|nach|after)$/, 'day', 'desc'],
  [/^(?:langer|longer)$/, 'duration', 'desc'],
  [/^(?:kurzer|shorter|quicker)$/, 'duration', 'asc'],
  [/^(?:weiter|further|farther)$/, 'progress', 'desc'],
  [/^(?:mehr|hoher|grosser|more|higher|bigger|larger)$/, 'amount', 'desc'],
  [/^(?:weniger|niedriger|kleiner|less|fewer|lower|smaller)$/, 'amount', 'asc'],
];

/** Two or more projects set against each other: side by side, or which of them is dearer, earlier, further. */
export const comparison: Rule = (sentence, draft) => {
  if (draft.distinct.length < 2) return null;
  const projects = draft.distinct.slice(0, 4);
  const compared = draft.distinct.length === 2 ? comparedBy(sentence) : null;
  if (compared) return { intent: 'compare', projects, fields: fieldsOf(compared), compared };
  const compares =
    has(sentence, 'compare.two') ||
    (draft.distinct.length === 2 &&
      !has(sentence, 'noun.projects') &&
      (has(sentence, 'super.longest', 'super.max') ||
        (isYesNo(sentence) && has(sentence, 'field.end', 'field.start', 'field.cost', 'field.duration'))));
  return compares ? { intent: 'compare', projects, fields: draft.fields } : null;
};

/** What projects are set against each other by, and from which end; null where no comparative says so. */
export function comparedBy(sentence: Sentence): Compared | null {
  const setApart = sentence.tokens.some((token) => /^(?:oder|or|als|than|vor|nach|before|after)$/.test(token.word));
  if (!setApart) return null;
  const supposed = isYesNo(sentence);
  for (const [words, kind, direction] of COMPARATIVES) {
    if (!sentence.tokens.some((token) => words.test(token.word))) continue;
    const by = measured(sentence, kind);
    if (by) return { by, direction, supposed };
  }
  return null;
}

function measured(sentence: Sentence, kind: Kind): Compared['by'] | null {
  switch (kind) {
    case 'cost':
      return has(sentence, 'field.runningPerYear') ? 'runningPerYear' : 'investment';
    case 'day':
      if (has(sentence, 'field.start')) return 'start';
      return has(sentence, 'field.end', 'super.earliest.end', 'super.latest.end') ? 'end' : null;
    case 'duration':
    case 'progress':
      return kind;
    case 'amount': {
      const measure = measureOf(sentence);
      if (measure) return measure;
      return has(sentence, 'super.max.investment', 'super.min.investment') ||
        sentence.tokens.some((token) => token.word === 'expensive')
        ? 'investment'
        : null;
    }
  }
}

/** What is shown of each: a duration by its start and end. */
function fieldsOf({ by }: Compared): Field[] {
  return by === 'duration' ? ['start', 'end'] : [by satisfies Exclude<Measure, 'duration'> | 'start' | 'end'];
}
