import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { Spelling } from './spelling.js';
import { stem } from './stem.js';
import { tokenise, type Token } from './tokens.js';

/** Names of projects that are written with hyphens ("Kindergarten-App"), to tell what a misspelt one was meant to be. */
export interface Hyphenated {
  spelling: Spelling;
  /** The name in one word → its parts. */
  parts: ReadonlyMap<string, readonly string[]>;
}

export function hyphenatedNames(programme: Programme): Hyphenated {
  const spelling = new Spelling();
  const parts = new Map<string, string[]>();
  for (const { title, keywords } of programme.projects) {
    for (const text of [...wordings(title), ...keywords]) {
      for (const run of runsOf(tokenise(text))) {
        const words = run.map((token) => token.word);
        spelling.add(words.join(''), 0);
        parts.set(words.join(''), words);
      }
    }
  }
  return { spelling, parts };
}

/** Tokens that hyphens join. */
function runsOf(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (token.glued && last) last.push(token);
    else runs.push([token]);
  }
  return runs.filter((run) => run.length > 1);
}

/** "Kindergarten-Ap" → "Kindergarten-App": the name is misspelt as a whole where no part alone would show it. */
export function correctHyphenated(
  { spelling, parts }: Hyphenated,
  tokens: readonly Token[],
): { tokens: Token[]; corrected: { said: string; meant: string }[] } {
  const corrected: { said: string; meant: string }[] = [];
  const result = [...tokens];
  for (const run of runsOf(tokens)) {
    const joined = run.map((token) => token.word).join('');
    const meant = parts.has(joined) ? undefined : spelling.correct(joined);
    const words = meant === undefined ? undefined : parts.get(meant);
    if (!words || words.length !== run.length) continue;
    for (const [at, word] of words.entries()) {
      const token = run[at];
      if (!token || token.word === word) continue;
      // A word in its plural is no misspelling.
      if (token.stem !== stem(word)) corrected.push({ said: token.raw, meant: word });
      result[tokens.indexOf(token)] = { ...token, word, stem: stem(word) };
    }
  }
  return { tokens: result, corrected };
}
