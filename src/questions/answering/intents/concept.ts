import type { Body } from '../../answer.js';
import { inLanguage } from '../../../programme/text.js';
import type { Scope } from '../scope.js';

const MOST = 3;
const LENGTH = 420;

/** What the city's own concept says about words: the chapters that hold most of them, each with the passage. */
export function concept(scope: Scope, words: readonly string[]): Body {
  const wanted = words.map(plain).filter(Boolean);
  const found = scope.portfolio.programme.concept
    .map((chapter) => {
      const title = plain(inLanguage(chapter.title, scope.lang));
      const text = inLanguage(chapter.text, scope.lang);
      const score = wanted.reduce(
        (sum, word) => sum + (title.includes(word) ? 3 : 0) + (plain(text).includes(word) ? 1 : 0),
        0,
      );
      return { id: chapter.id, score, text };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const chapters = found.slice(0, MOST).map(({ id, text }) => ({ id, excerpt: passage(text, wanted) }));
  return { kind: 'concept', words: [...words], chapters };
}

/** The sentences around the first of the words, quoted word by word. */
function passage(text: string, words: readonly string[]): string {
  const sentences = text.match(/[^.!?]+[.!?]*\s*/g) ?? [text];
  const hit = Math.max(
    0,
    sentences.findIndex((sentence) => words.some((word) => plain(sentence).includes(word))),
  );
  let taken = '';
  for (const sentence of sentences.slice(hit)) {
    if (taken && taken.length + sentence.length > LENGTH) break;
    taken += sentence;
  }
  return taken.trim();
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFC');
}
