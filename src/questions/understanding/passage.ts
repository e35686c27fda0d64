import type { Lexis } from './lexis.js';
import { isContent } from './lexicon.js';
import type { Mark } from './sentence.js';
import type { Token } from './tokens.js';

/** Up to this many words a message without a question mark is read whole. */
const SHORT = 45;

/** A sentence that just names somebody is no longer. */
const BRIEF = 9;

/**
 * The part of a message that asks something. Sentences with a question mark count, and those that tell where the person
 * works; in a rambling the sentence that holds most of what can be asked, the later one of two that are alike.
 */
export function askingPart(lexis: Lexis, tokens: readonly Token[]): readonly Token[] {
  const sentences = split(tokens);
  if (sentences.length === 1) return tokens;
  const asked = sentences.filter((sentence) => sentence.at(-1)?.after.includes('?'));
  const words = asked.reduce((sum, sentence) => sum + sentence.length, 0);
  if (asked.length > 0 && words <= SHORT && asked.some((sentence) => saysWhat(lexis, sentence))) {
    const pointing = asked.some((sentence) => pointsBack(lexis, sentence));
    const kept = (sentence: readonly Token[]) =>
      tellsWhere(lexis, sentence) || (pointing && sentence.length <= BRIEF && namesOffice(lexis, sentence));
    const last = asked.at(-1) ?? [];
    const counting = asked.length > 1 && standsAlone(lexis, last) ? [last] : asked;
    const begin = sentences.indexOf(counting[0] ?? last);
    return sentences
      .filter(
        (sentence, at) =>
          counting.includes(sentence) ||
          (at > begin && addsTo(lexis, sentence)) ||
          (!asked.includes(sentence) && kept(sentence)),
      )
      .flat();
  }
  if (tokens.length <= SHORT) return tokens;
  return (asked.length > 0 ? asked : sentences).reduce(
    (best, sentence) => {
      const score = weigh(lexis, sentence);
      return score >= best.score ? { sentence, score } : best;
    },
    { sentence: tokens, score: -1 },
  ).sentence;
}

function split(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  for (const token of tokens) {
    const current = sentences.at(-1);
    if (current && current[0]?.sentence === token.sentence) current.push(token);
    else sentences.push([token]);
  }
  return sentences;
}

/** Whether a sentence names anything at all; "Wer leitet das?" needs the one before it. */
function saysWhat(lexis: Lexis, sentence: readonly Token[]): boolean {
  const marks = lexis.grammar.find(sentence);
  const inMark = (at: number) =>
    marks.some((mark) => mark.from <= at && at < mark.to && !mark.value.startsWith('noun.project'));
  return sentence.some(
    (token, at) =>
      (token.kind === 'word' && isContent(token.word) && !inMark(at)) ||
      marks.some((mark) => mark.from === at && SELF_SUFFICIENT.test(mark.value)),
  );
}
const SELF_SUFFICIENT = /^(?:noun\.projects|register|state|report|overview|own|super|talk)/;

/** "Was haben Eltern davon? Welche Projekte sind für Familien?": the last question has all it needs and is the one that counts. */
function standsAlone(lexis: Lexis, sentence: readonly Token[]): boolean {
  const marks = lexis.grammar.find(sentence);
  const has = (kind: RegExp) => marks.some((mark) => kind.test(mark.value));
  const named = lexis.names.find(sentence).length > 0 || lexis.projectNames.find(sentence).length > 0;
  const said = (at: number) => marks.some((mark) => mark.from <= at && at < mark.to);
  const matter = sentence.some((token, at) => token.kind === 'word' && isContent(token.word) && !said(at));
  return (
    has(/^noun\.projects$/) && has(/^ask\./) && (named || matter) && !has(/^follow\.(?:of|about|instead)|^pronoun|^own/)
  );
}

/** "…? Also alles aus dem Handlungsfeld.", "…? Aber nur die laufenden.": an afterthought belongs to the question before. */
function addsTo(lexis: Lexis, sentence: readonly Token[]): boolean {
  return (
    AFTERTHOUGHT.test(sentence[0]?.word ?? '') &&
    (lexis.grammar
      .find(sentence)
      .some((mark) =>
        /^(?:register|health|state|noun\.(?:actionField|department|division)|cue\.field)/.test(mark.value),
      ) ||
      lexis.names.find(sentence).length > 0)
  );
}
const AFTERTHOUGHT =
  /^(?:also|aber|nur|und|bitte|genauer|heisst|sprich|gemeint|bloss|am|ausser|ohne|but|only|just|meaning|and|please|except|without)$/;

/** "Ich bin vom Amt 37.", "fire brigade here." */
function tellsWhere(lexis: Lexis, sentence: readonly Token[]): boolean {
  const marks: Mark[] = lexis.grammar.find(sentence);
  const introduced =
    marks.some((mark) => mark.value === 'cue.selfIntro') ||
    (sentence.length <= BRIEF &&
      [sentence[0], sentence.at(-1)].some((token) =>
        /^(?:hier|here|speaking|calling)$/.test(token?.raw.toLowerCase() ?? ''),
      ));
  return introduced && namesOffice(lexis, sentence);
}

function namesOffice(lexis: Lexis, sentence: readonly Token[]): boolean {
  return (
    lexis.names.find(sentence).some(({ names }) => names.some(({ noun }) => noun !== 'goal' && noun !== 'person')) ||
    sentence.some((_, at) => (lexis.organisations.at(sentence, at)?.ids.length ?? 0) > 0)
  );
}

/** "Was leiten die?", "which ones affect them?": who is meant was said in a sentence before. */
function pointsBack(lexis: Lexis, sentence: readonly Token[]): boolean {
  const related = lexis.grammar.find(sentence).some((mark) => /^relation\.(?:affects|leads)$/.test(mark.value));
  if (!related || namesOffice(lexis, sentence)) return false;
  return sentence.some(
    (token, at) =>
      /^(?:sie|denen|ihnen|they|them|those)$/.test(token.word) ||
      (/^(?:die|das|dort|there)$/.test(token.word) && !isContent(sentence[at + 1]?.word ?? '')),
  );
}

function weigh(lexis: Lexis, sentence: readonly Token[]): number {
  const marks = lexis.grammar.find(sentence);
  const names = lexis.names.find(sentence).length + lexis.projectNames.find(sentence).length;
  return (
    (sentence.at(-1)?.after.includes('?') ? 3 : 0) +
    (marks.some((mark) => mark.value.startsWith('ask.')) ? 1 : 0) +
    (marks.some((mark) => /^(?:noun\.project|relation|field|register)/.test(mark.value)) ? 1 : 0) +
    Math.min(3, names) +
    Math.min(1, sentence.length / 10)
  );
}
