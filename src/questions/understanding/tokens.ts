import { fold } from './fold.js';
import { stem } from './stem.js';

/** One word or number of a question. */
export interface Token {
  /** As typed. */
  raw: string;
  /** Folded; after spelling correction the word that was meant. */
  word: string;
  stem: string;
  kind: 'word' | 'number';
  /** Attached to the token before it, by a hyphen, a slash or directly ("EB77", "Online-Antrag"). */
  glued: boolean;
  /** Punctuation that follows, e.g. `,` or `?`; empty if none. */
  after: string;
  /** Number of the sentence, from 0. */
  sentence: number;
}

/** "K.I." is one word; in "fd32.2" what follows the letters is a number of its own, in "1.5m" the letters are a word. */
const PIECE =
  /(\d+(?:[.,]\d+)+(?=(?:[KkMm]|[Mm][Nn]|[Bb][Nn]|[Mm]io|[Mm]rd|[Tt]sd|TEUR)(?![\p{L}\d]))|\d+(?:[.,]\d+)*(?![\p{L}\d]))|((?<![\p{L}\p{N}])(?:(?:\p{L}\.){2,}(?!\p{L})|\p{L}{1,5}(?=\d+[./]\d))|[\p{L}\p{N}]+(?:'\p{L}+)?)|([.!?]+(?=\s|$)|\n+)|([-/])|([,;:()+&=<>%€–])|(\S)/gu;

/** Splits cleaned text into tokens; hyphenated words fall apart, single letters before a hyphen do not ("E-Akte" → "eakte"). */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let glue = false;
  let end = -1;
  for (const match of text.matchAll(PIECE)) {
    const last = tokens.at(-1);
    const adjacent = match.index === end;
    end = match.index + match[0].length;
    const [piece, number, word, stop, joiner] = match;
    if (number !== undefined) {
      tokens.push(make(number, 'number', sentence, glue || (adjacent && last?.after === '')));
    } else if (word !== undefined) {
      for (const [at, part] of parts(word.replaceAll('.', '')).entries()) {
        tokens.push(make(part, /^\d+$/.test(part) ? 'number' : 'word', sentence, at > 0 || (glue && adjacent)));
      }
    } else if (joiner !== undefined) {
      glue = adjacent;
      if (last && !adjacent) last.after += joiner;
      else if (last && joiner === '/') last.after += '/';
      continue;
    } else if (stop !== undefined) {
      if (last && !isAbbreviation(last, stop)) {
        last.after += stop.startsWith('\n') ? '\n' : stop;
        sentence = last.sentence + 1;
      } else if (last) last.after += '.';
    } else if (last) last.after += piece;
    glue = false;
  }
  return joinInitials(tokens);
}

function make(raw: string, kind: Token['kind'], sentence: number, glued: boolean): Token {
  const word = kind === 'number' ? raw : fold(raw.replace(/'/g, ''));
  return { raw, word, stem: kind === 'number' ? raw : stem(word), kind, glued, after: '', sentence };
}

/** "EB77" → "EB", "77"; "2FA" and "51er" stay whole. */
function parts(word: string): string[] {
  const mixed = /^(\p{L}{1,4})(\d+)$/u.exec(word);
  return mixed?.[1] && mixed[2] ? [mixed[1], mixed[2]] : [word];
}

function isAbbreviation(token: Token, stop: string): boolean {
  return stop === '.' && (token.kind === 'number' || (token.raw.length <= 3 && /^\p{L}+$/u.test(token.raw)));
}

function joinInitials(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last && token.glued && token.kind === 'word' && last.kind === 'word' && /^\p{L}$/u.test(last.raw)) {
      const raw = `${last.raw}-${token.raw}`;
      const word = last.word + token.word;
      joined[joined.length - 1] = { ...token, raw, word, stem: stem(word), glued: last.glued };
    } else joined.push(token);
  }
  return joined;
}
