import { normalise } from './normalise.js';
import { tokenise, type Token } from './tokens.js';

/** As many turns as may be under way at once. */
const MOST_KEPT = 32;
const kept = new Map<string, readonly Token[]>();

/**
 * What was typed as words and numbers, SQL left out. Nobody changes them: the same row is given to whoever asks for the
 * same text while its turn lasts (which language is it in, what does it say).
 */
export function wordsOf(text: string): readonly Token[] {
  let words = kept.get(text);
  if (!words) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, (words = tokenise(withoutQueries(normalise(text)))));
  }
  return words;
}

/** SQL is no question; what stands beside it may be one. */
function withoutQueries(text: string): string {
  return text
    .replace(/\b(?:select|insert|update|delete|drop|union)\b[^;\n]{0,300}(?:;|--)/gi, ' ')
    .replace(/--+/g, ' ');
}
