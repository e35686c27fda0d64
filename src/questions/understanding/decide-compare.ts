import type { Compared, Field, Measure } from '../question.js';
import { comparedBy } from './comparatives.js';
import type { Rule } from './decide-rule.js';
import { has } from './sentence.js';
import { isYesNo } from './verbs.js';

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

/** What is shown of each: a duration by its start and end. */
export function fieldsOf({ by }: Compared): Field[] {
  return by === 'duration' ? ['start', 'end'] : [by satisfies Exclude<Measure, 'duration'> | 'start' | 'end'];
}
