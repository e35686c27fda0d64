import { sensesOf } from './understanding/senses.js';
import { isContent } from './understanding/lexicon.js';
import { root } from './understanding/stem.js';
import { tokenise } from './understanding/tokens.js';

/** Whether a text holds a word in any of its forms, or as the part of a compound it begins or ends with. */
export function holdsWord(text: string, word: string): boolean {
  const stem = root(word);
  return tokenise(text).some(
    (token) =>
      root(token.word) === stem ||
      (word.length >= 4 && token.word.startsWith(word)) ||
      (word.length >= 5 && token.word.endsWith(word)) ||
      (token.word.length >= 6 && word.startsWith(token.word)),
  );
}

/**
 * Whether a text speaks of a topic as `Filters.topic` keeps it: of each entry, or of one of those that an "oder" offers,
 * by its words or by what they mean.
 */
export function speaksOf(text: string, topic: readonly string[]): boolean {
  return topic.every((entry) => entry.split(/ (?:oder|or) /).some((words) => speaksOfWords(text, words)));
}

function speaksOfWords(text: string, words: string): boolean {
  const wanted = tokenise(words)
    .map(({ word }) => word)
    .filter(isContent);
  if (wanted.length > 0 && wanted.every((word) => holdsWord(text, word))) return true;
  const meant = [...sensesOf(words)].filter((sense) => sense.startsWith('thesaurus.'));
  const spoken = sensesOf(text);
  return meant.some((sense) => spoken.has(sense));
}
