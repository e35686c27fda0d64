import { LETTER } from './lexicon.js';
import type { Token } from './tokens.js';

/** A salutation is no longer than this: "Sehr geehrte Damen und Herren des Digitalbüros," */
const LONGEST_SALUTATION = 9;
/** After the closing formula follows a name, a title, an office. */
const LONGEST_SIGNATURE = 10;

/**
 * Leaves out how a letter begins and ends ("Sehr geehrte Damen und Herren,", "Dear all,", "Mit freundlichen Grüßen, A. B."):
 * whom it is written to and by is no matter of the question. A greeting alone stays one.
 */
export function withoutCourtesies(tokens: readonly Token[]): Token[] {
  const from = introductionEnd(tokens, salutationEnd(tokens));
  const to = closingStart(tokens, from);
  return from < to ? tokens.slice(from, to) : [...tokens];
}

/** One after the salutation's last word: it opens the message and a comma, an exclamation mark or a line's end closes it. */
function salutationEnd(tokens: readonly Token[]): number {
  const greeting = longestPhrase(LETTER.openings, tokens, 0);
  if (greeting === 0) return 0;
  for (let at = greeting - 1; at < Math.min(tokens.length, LONGEST_SALUTATION); at++)
    if (/[,!\n–:]/.test(tokens[at]?.after ?? '')) return at + 1;
  let end = greeting;
  while (LETTER.addressees.has(tokens[end]?.word ?? '')) end++;
  return end;
}

/** "Mein Name ist Ute Amsel, …": who writes is no matter; the office they write from may be. */
function introductionEnd(tokens: readonly Token[], from: number): number {
  const said = longestPhrase(LETTER.introductions, tokens, from);
  if (said === 0) return from;
  let end = from + said;
  while (end < tokens.length && end - from - said < LONGEST_NAME && /^\p{Lu}/u.test(tokens[end]?.raw ?? '')) {
    end++;
    if (/[,.!;\n–-]/.test(tokens[end - 1]?.after ?? '')) return end;
  }
  return end - from > said && /^(?:und|and|vom|von|aus|from|of)$/.test(tokens[end]?.word ?? '') ? end : from;
}
const LONGEST_NAME = 4;

function closingStart(tokens: readonly Token[], from: number): number {
  for (let at = Math.max(from + 1, tokens.length - LONGEST_SIGNATURE); at < tokens.length; at++)
    if (longestPhrase(LETTER.closings, tokens, at) > 0 && /[,.!?;\n–-]/.test(tokens[at - 1]?.after ?? '')) return at;
  return tokens.length;
}

/** The length of the longest phrase that stands at a place. */
export function longestPhrase(phrases: readonly (readonly string[])[], tokens: readonly Token[], at: number): number {
  return phrases.reduce(
    (most, words) =>
      words.length > most && words.every((word, offset) => tokens[at + offset]?.word === word) ? words.length : most,
    0,
  );
}
