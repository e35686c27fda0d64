import type { Compared } from '../question.js';
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

/** What projects are set against each other by, and from which end; null where no comparative says so. */
export function comparedBy(sentence: Sentence): Compared | null {
  const setApart = sentence.tokens.some((token) => /^(?:oder|or|als|wie|than|vor|nach|before|after)$/.test(token.word));
  return setApart ? comparative(sentence) : null;
}

/** The comparative a sentence says, whether or not it says of what. */
export function comparative(sentence: Sentence): Compared | null {
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
