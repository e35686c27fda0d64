import { LANGUAGES, type Lang } from '../../../programme/text.js';
import { languageTold } from '../../../questions/understanding/language.js';
import { tokenise } from '../../../questions/understanding/tokens.js';

/** Shorter ones may be names, which have no language. */
const FEWEST_WORDS = 4;
/** One word alone may be part of a name: "Amt 51". */
const LEAD = 2;

/**
 * The language of whole sentences that stand in lines for readers of another one: reports and programme texts are shown
 * as they were written. Null where there are none.
 */
export function otherLanguage(lines: readonly string[], lang: Lang): Lang | null {
  const others = LANGUAGES.filter((other) => other !== lang);
  const sentences = lines.flatMap((line) => line.split(/[.:;!?()\u201c\u201d\u201e]+(?:\s|$)|\n/));
  for (const sentence of sentences) {
    const words = tokenise(sentence);
    const told = words.length >= FEWEST_WORDS ? languageTold(words, LEAD) : null;
    const found = others.find((other) => other === told);
    if (found) return found;
  }
  return null;
}
