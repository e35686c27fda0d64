import { LRUCache } from 'lru-cache';
import { normalise } from './normalise.js';
import { tokenise, type Token } from './tokens.js';

/** As many turns as may be under way at once. */
const MOST_KEPT = 32;
const kept = new LRUCache<string, readonly Token[]>({
  max: MOST_KEPT,
  memoMethod: (text) => tokenise(withoutQueries(normalise(text))),
});

/**
 * What was typed as words and numbers, SQL left out. Nobody changes them: the same row is given to whoever asks for the
 * same text while its turn lasts (which language is it in, what does it say).
 */
export function wordsOf(text: string): readonly Token[] {
  return kept.memo(text);
}

/** SQL is no question; what stands beside it may be one. */
function withoutQueries(text: string): string {
  return text
    .replace(/\b(?:select|insert|update|delete|drop|union)\b[^;\n]{0,300}(?:;|--)/gi, ' ')
    .replace(/--+/g, ' ');
}
