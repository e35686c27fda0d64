import { LRUCache } from 'lru-cache';
import type { Lang } from '../../../programme/text.js';
import { languageTold } from '../../../questions/understanding/language.js';
import { tokenise } from '../../../questions/understanding/tokens.js';

/** Shorter ones may be names, which have no language. */
const FEWEST_WORDS = 4;
/** One word alone may be part of a name: "Amt 51". */
const LEAD = 2;

/** Lines come again and again, and what language one is in does not change. */
const MOST_REMEMBERED = 2_000;
const remembered = new LRUCache<string, readonly Lang[]>({
  max: MOST_REMEMBERED,
  memoMethod: (line) => sentencesOf(line).flatMap((sentence) => languageTold(tokenise(sentence), LEAD) ?? []),
});

/**
 * The language of whole sentences that stand in lines for readers of another one: reports and programme texts are shown
 * as they were written. Null where there are none.
 */
export function otherLanguage(lines: readonly string[], lang: Lang): Lang | null {
  for (const line of lines) {
    const found = remembered.memo(line).find((told) => told !== lang);
    if (found) return found;
  }
  return null;
}

function sentencesOf(line: string): string[] {
  const sentences = line.split(/[.:;!?()\u201c\u201d\u201e]+(?:\s|$)|\n/);
  return sentences.filter((sentence) => sentence.trim().split(/\s+/).length >= FEWEST_WORDS);
}
