import { EVERYDAY, LIGHT } from './lexicon.js';
import type { NameMatch } from './names.js';
import { sameClause, type Mark } from './sentence.js';
import type { Token } from './tokens.js';

/** Little words that abbreviations look like when they are written small: "it", "us". */
const PRONOUNS = new Set([
  'it',
  'us',
  'he',
  'me',
  'who',
  'all',
  'so',
  'do',
  'am',
  'in',
  'ok',
  'no',
  'is',
  'es',
  'er',
  'da',
]);
/** What stands before a matter or an amount of something rather than before an office. */
const AMOUNT_OR_MATTER =
  /^(?:zu|zum|zur|uber|mit|ohne|fur|mehr|weniger|viel|viele|wieviel|wieviele|genug|meisten|meiste|wenigsten|thema|about|on|with|without|for|more|fewer|less|enough|many|much|fewest|most|least|regarding|older|young|the most)$/;
const NAMES_AN_OFFICE = /^(?:the|our|die|der|das|bei|beim|von|vom|des|dem|by)$/;

interface Around {
  tokens: readonly Token[];
  marks: readonly Mark[];
  english: boolean;
}

/**
 * Whether a department's or division's name is here just the everyday word that it looks like: "it" for something said
 * before, "people" in "the library people", "Personal" in "wie viel Personal". Capitals, an article or the verb beside
 * it tell an office.
 */
export function isEverydayWord({ tokens, marks, english }: Around, match: Pick<NameMatch, 'from' | 'to'>): boolean {
  const token = tokens[match.from];
  if (!token || match.to - match.from !== 1) return false;
  const before = tokens[match.from - 1]?.word ?? '';
  if (PRONOUNS.has(token.word)) {
    if (!english) return false;
    return !(isWrittenLarge(tokens, token) || NAMES_AN_OFFICE.test(before));
  }
  if (!EVERYDAY.has(token.word)) return false;
  if (english && /^\p{Lu}/u.test(token.raw) && match.from > 0) return false;
  if (AMOUNT_OR_MATTER.test(beforeArticles(tokens, match.from))) return true;
  if (!english) return false;
  const related = marks.some(
    (mark) =>
      /^relation/.test(mark.value) &&
      (mark.to === match.from || mark.from === match.to) &&
      sameClause(tokens, mark.from, match.from),
  );
  // "The library people": whoever stands before them says who they are.
  const qualified = before !== '' && !LIGHT.has(before) && !marks.some((mark) => mark.to === match.from);
  // "does" folds to "dos".
  return qualified || (token.word === 'people' && !related && !/^(?:by|dos|do|is|has)$/.test(before));
}

function beforeArticles(tokens: readonly Token[], from: number): string {
  let at = from - 1;
  while (at >= 0 && /^(?:der|die|das|den|dem|the|our|unsere|unserer)$/.test(tokens[at]?.word ?? '')) at--;
  return tokens[at]?.word ?? '';
}

/** "IT" among small words; in a text of capitals only it tells nothing. */
function isWrittenLarge(tokens: readonly Token[], token: Token): boolean {
  const others = tokens.filter((each) => each !== token && each.raw.length > 1);
  return /^\p{Lu}+$/u.test(token.raw) && !(others.length > 0 && others.every((each) => /^[^\p{Ll}]+$/u.test(each.raw)));
}
