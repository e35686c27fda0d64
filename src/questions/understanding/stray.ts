import { isContent } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { Sentence } from './sentence.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';
import { findNaming } from './topic-units.js';

const CUES = new Set([
  'zu',
  'zum',
  'zur',
  'uber',
  'mit',
  'fur',
  'gegen',
  'thema',
  'um',
  'bei',
  'beim',
  'about',
  'on',
  'with',
  'for',
  'regarding',
  'against',
  'oder',
  'or',
  'und',
  'and',
  'im',
  'in',
  'an',
  'am',
  'auf',
]);

/**
 * Leaves out words that only decorate ("unmittelbar", "veranschlagt"): what makes a topic or a project's name looks like
 * a matter: nouns by their capital, words after a preposition, or words that name a project. Where nothing looks so, all
 * stay.
 */
export function withoutStray(
  lexis: Lexis,
  sentence: Sentence,
  leftover: readonly Token[],
  phrases: ReadonlySet<number>,
): Token[] {
  const capitals = sentence.lang === 'de' && sentence.tokens.slice(1).some((token) => /^\p{Lu}/u.test(token.raw));
  const kept = leftover.filter((token) => {
    const at = sentence.tokens.indexOf(token);
    if (phrases.has(at)) return true;
    if (token.glued || sentence.tokens[at + 1]?.glued || !isContent(token.word)) return true;
    if (lexis.topics.notionsOf.has(token.stem)) return true;
    if (findNaming(lexis.topics, stem(token.word))) return true;
    const cued = CUES.has(sentence.tokens[at - 1]?.word ?? '');
    if (capitals) return at > 0 ? /^\p{Lu}|\d/u.test(token.raw) : cued;
    return cued || CUES.has(sentence.tokens[at - 2]?.word ?? '');
  });
  return kept.length > 0 ? kept : [...leftover];
}

/**
 * Beside other conditions a word that the programme does not hold is a matter only where it stands like one: a noun by
 * its capital, after "zum Thema" and the like, or right before "projects". Else it was just not understood.
 */
export function withoutDecoration(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): readonly Token[] {
  const meant = leftover.filter(
    (token) =>
      token.kind === 'number' ||
      lexis.topics.known(token.word) ||
      (/^\p{Lu}/u.test(token.raw) && sentence.lang === 'de'),
  );
  if (meant.length > 0) return meant;
  if (!leftover.some((token) => isCued(sentence, token))) return [];
  return meant.length > 0 || leftover.length > 2 ? meant : leftover.filter((token) => isNounLike(token));
}
/** Whether "zu", "mit", "about" or a word of the same matter stands before it, or "projects" after it. */
function isCued(sentence: Sentence, token: Token): boolean {
  const at = sentence.tokens.indexOf(token);
  const before = sentence.tokens.slice(Math.max(0, at - 2), at).some((each) => MATTER_CUES.has(each.word));
  return before || sentence.marks.some((mark) => mark.from === at + 1 && /^noun\.project/.test(mark.value));
}
const MATTER_CUES = new Set(
  'zu zum zur thema uber mit gegen um bezuglich fur about on with regarding against for around topic oder or'.split(
    ' ',
  ),
);

const isNounLike = (token: Token): boolean =>
  !/(?:lich|isch|ig|bar|sam|haft|end|weise|ly|ed|ing|en|et|t)(?:e[nrsm]?)?$/.test(token.word);
