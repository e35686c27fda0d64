import { cityPlaces } from './city-name.js';
import { isKnown } from './correct.js';
import type { Lexis } from './lexis.js';
import { isContent, LIGHT } from './lexicon.js';
import { isOrganisation, nameStart, type Mark, type Sentence } from './sentence.js';
import { withoutStray } from './stray.js';
import type { Token } from './tokens.js';

/** Words of grammar that are a matter as well once something like "zum Thema" stands before them. */
const NEVER_A_MATTER =
  /^(?:ask|own|noun|pronoun|follow|number|quantity|compare|negation|cue\.topic|cue\.field|talk|ordinal|relation|has|lacks|super|health)/;
const TOPIC_WORDS = new Set([
  'thema',
  'zum',
  'zur',
  'zu',
  'uber',
  'about',
  'on',
  'regarding',
  'gegen',
  'rund',
  'um',
  'bezuglich',
  'around',
  'against',
  'topic',
  'stichwort',
]);

/**
 * The tokens that no rule has use for: what a topic or a project's name is made of. Thesaurus phrases ("von daheim
 * arbeiten") stay whole although their words are little ones.
 */
export function leftoverTokens(lexis: Lexis, sentence: Sentence): Token[] {
  const { used, phrases, plain } = unused(lexis, sentence);
  return plain.length > 0 ? withoutStray(lexis, sentence, plain, phrases) : cuedMatter(sentence, used);
}

/** Words beside the leftover ones that nobody knows, adverbs aside: the answer says that it does without them. */
export function strayTokens(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): Token[] {
  return unused(lexis, sentence).plain.filter(
    (token) => !leftover.includes(token) && !isKnown(lexis, token.word) && !ADVERB.test(token.word),
  );
}
const ADVERB = /(?:lich|weise|ig|bar|sam|haft|los|erweise|ly|wise)$/;

function unused(lexis: Lexis, sentence: Sentence): { used: Set<number>; phrases: Set<number>; plain: Token[] } {
  const { tokens } = sentence;
  const used = usedPlaces(sentence);
  for (let at = 0; at < preamble(sentence); at++) used.add(at);
  const phrases = phrasePlaces(lexis, tokens, used);
  const city = cityPlaces(lexis.cityName, tokens);
  const plain = tokens.filter(
    (token, at) => phrases.has(at) || (!used.has(at) && isContent(token.word) && !city.has(at)),
  );
  return { used, phrases, plain };
}

/** The same, in the order and with the "oder" between them that `Filters.topic` keeps. */
export function topicWords(lexis: Lexis, sentence: Sentence, said: readonly Token[]): string[] {
  const leftover = withQualities(lexis, sentence, said);
  const words: string[] = [];
  let last = -1;
  for (const token of leftover) {
    const at = sentence.tokens.indexOf(token);
    const gap = last < 0 ? [] : sentence.tokens.slice(last + 1, at).map((each) => each.word);
    const word = wording(sentence, token);
    const joint = gap.find((each) => /^(?:oder|or|bzw|beziehungsweise)$/.test(each));
    const phrase =
      lexis.topics.phraseStarts.size > 0 && last >= 0 && at === last + 1 && isPhrase(lexis, sentence.tokens, last, at);
    if (words.length > 0 && joint) words[words.length - 1] += ` ${joint === 'or' ? 'or' : 'oder'} ${word}`;
    else if (words.length > 0 && token.glued && at === last + 1) words[words.length - 1] += `-${word}`;
    else if (words.length > 0 && phrase) words[words.length - 1] += ` ${word}`;
    else words.push(word);
    last = at;
  }
  return words;
}

/** "Autonome Busse": a quality right before its noun belongs to the matter, above all where the programme does not know it. */
function withQualities(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): Token[] {
  if (sentence.lang !== 'de') return [...leftover];
  return leftover.flatMap((token) => {
    const at = sentence.tokens.indexOf(token);
    const before = sentence.tokens[at - 1];
    const isQuality =
      before &&
      /^\p{Lu}/u.test(token.raw) &&
      /^\p{Ll}{4,}e[nrsm]?$/u.test(before.raw) &&
      before.after === '' &&
      isContent(before.word) &&
      !leftover.includes(before) &&
      !isKnown(lexis, before.word) &&
      !sentence.marks.some((mark) => mark.from < at && mark.to >= at) &&
      !sentence.things.some((thing) => thing.from < at && thing.to >= at);
    return isQuality ? [before, token] : [token];
  });
}

/** What was typed, or what was meant where that was misspelt. */
function wording(sentence: Sentence, token: Token): string {
  return sentence.corrected.find(({ said }) => said === token.raw)?.meant ?? token.raw;
}

function usedPlaces(sentence: Sentence): Set<number> {
  const used = new Set<number>();
  const use = ({ from, to }: { from: number; to: number }) => {
    for (let at = from; at < to; at++) used.add(at);
  };
  const inName = (at: number) =>
    sentence.projects.some((project) => project.via !== 'keyword' && at >= project.from && at < project.to);
  for (const mark of sentence.marks) {
    if (inName(mark.from) && !mark.value.startsWith('noun.project')) continue;
    for (let at = mark.from; at < mark.to; at++) if (!mark.gap.includes(at)) used.add(at);
  }
  sentence.things.forEach(use);
  sentence.things
    .filter(isOrganisation)
    .forEach((thing) => use({ from: nameStart(sentence, thing.from), to: thing.to }));
  sentence.periods.forEach(use);
  sentence.amounts.forEach((amount) => {
    if (amount.unit !== null || amount.to - amount.from > 1 || amount.value < 100 || amount.value >= 1000) use(amount);
  });
  return used;
}

export function phrasePlaces(lexis: Lexis, tokens: readonly Token[], used: ReadonlySet<number>): Set<number> {
  const places = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const longest = lexis.topics.phraseStarts.get(tokens[at]?.stem ?? '') ?? 0;
    for (let length = Math.min(longest, tokens.length - at); length >= 2; length--) {
      const slice = tokens.slice(at, at + length);
      if (!lexis.topics.notionsOf.has(slice.map((token) => token.stem).join(' '))) continue;
      if (slice.every((_, offset) => used.has(at + offset))) break;
      for (let offset = 0; offset < length; offset++) places.add(at + offset);
      break;
    }
  }
  return places;
}

function isPhrase(lexis: Lexis, tokens: readonly Token[], from: number, to: number): boolean {
  for (let start = Math.max(0, from - 2); start <= from; start++) {
    for (let length = to - start + 1; length <= 4; length++) {
      const key = tokens
        .slice(start, start + length)
        .map((token) => token.stem)
        .join(' ');
      if (lexis.topics.notionsOf.has(key)) return true;
    }
  }
  return false;
}

/** "Was gibt es zum Thema Klima?": a word of grammar, but after such a cue and with nothing else it is what is meant. */
function cuedMatter(sentence: Sentence, used: ReadonlySet<number>): Token[] {
  const { tokens } = sentence;
  const grammar = (at: number): Mark | undefined => {
    const there = sentence.marks.filter((mark) => mark.from <= at && at < mark.to);
    // "Zum Handlungsfeld Digitale Bildung": the noun says what kind of thing is named.
    if (there.some((mark) => mark.value.startsWith('noun.'))) return undefined;
    return there.find((mark) => !NEVER_A_MATTER.test(mark.value));
  };
  for (const [at, token] of tokens.entries()) {
    if (!TOPIC_WORDS.has(token.word) || inPhrase(sentence, at)) continue;
    const found: Token[] = [];
    for (let next = at + 1; next < tokens.length && next <= at + 4; next++) {
      const each = tokens[next];
      if (!each || each.sentence !== token.sentence) break;
      if (LIGHT.has(each.word) || TOPIC_WORDS.has(each.word)) continue;
      const inThing = sentence.things.some((thing) => next >= thing.from && next < thing.to);
      if (inThing || !used.has(next) || !grammar(next) || !mayBeNoun(tokens, each)) break;
      found.push(each);
      if (/[,;?!.]/.test(each.after)) break;
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** "Unsere Amtsleitung möchte wissen, welche …": who wants to know is no matter. Returns where the question begins. */
function preamble(sentence: Sentence): number {
  const known = sentence.tokens.findIndex((token) =>
    /^(?:wissen|fragt|fragte|gefragt|interessiert|know|wonders|asks|asked)$/.test(token.word),
  );
  const asks = sentence.marks
    .filter((mark) => /^ask\.(?!all)/.test(mark.value) && mark.from > known)
    .map((mark) => mark.from);
  return known < 0 || asks.length === 0 || Math.min(...asks) - known > 3 ? 0 : Math.min(...asks);
}

/** "What about …", "rund um": the word belongs to a longer phrase that is no cue. */
function inPhrase(sentence: Sentence, at: number): boolean {
  return sentence.marks.some(
    (mark) => mark.from <= at && at < mark.to && mark.to - mark.from > 1 && !mark.value.startsWith('cue.topic'),
  );
}

/** A noun by its capital; in a text without capitals any word may be one. */
function mayBeNoun(tokens: readonly Token[], token: Token): boolean {
  const written = tokens.slice(1).some((each) => /^\p{Lu}/u.test(each.raw));
  return !written || /^\p{Lu}/u.test(token.raw);
}
