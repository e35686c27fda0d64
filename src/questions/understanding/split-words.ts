import { atFront } from './compounds.js';
import type { Lexis } from './lexis.js';
import { stem } from './stem.js';
import type { Token } from './tokens.js';

/** "Parkprojekt", "KI-Vorhaben": what stands before is the matter. */
const PROJECT = /^(\p{L}{2,}?)s?-?(projekt(?:e|en|s|es)?|vorhabens?)$/u;
/** "Die Pegelgeschichte", "die Parkausweissache": how people call a project whose name stands before. */
const CALLED = /^(\p{L}{4,}?)s?-?(?:sachen?|geschichten?|kram|zeug|dings?|thematik|kiste|baustelle)$/u;
/** "Zweitteuerste": the second of the dearest. */
const PLACED =
  /^(zweit|dritt|viert)((?:teuer|hoch|gross|lang|gunstig|billig|niedrig|klein|kurz|alt|neu|jung|gering)\p{L}*st\p{L}{0,2})$/u;

/** Takes apart compounds whose parts mean something to the grammar. */
export function splitWords(lexis: Lexis, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (token.kind === 'number' || lexis.grammar.words.has(token.word)) return [token];
    const called = inTitle(lexis, token.word) ? undefined : CALLED.exec(token.word)?.[1];
    if (called && inTitle(lexis, called))
      return [{ ...token, raw: token.raw.slice(0, called.length), word: called, stem: stem(called) }];
    const [, front, head] = PROJECT.exec(token.word) ?? PLACED.exec(token.word) ?? [];
    if (!front || !head || inTitle(lexis, token.word)) return [token];
    for (const prefix of lexis.grammar.prefixes)
      if (prefix.length >= 5 && token.word.startsWith(prefix)) return [token];
    const sense = atFront(front);
    const first: Token = { ...token, raw: token.raw.slice(0, front.length), word: sense, stem: stem(sense), after: '' };
    return [first, { ...token, raw: token.raw.slice(front.length), word: head, stem: stem(head), glued: true }];
  });
}

/** A project may be called so. */
function inTitle(lexis: Lexis, word: string): boolean {
  return lexis.projectNames.has(stem(word));
}

/** "E Rechnung": a single letter and the word behind it are the name that the programme writes as one. */
export function joinLetters(lexis: Lexis, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const letter = joined.at(-1);
    const word = `${letter?.word ?? ''}${token.word}`;
    if (letter && /^[a-z]$/.test(letter.word) && letter.after === '' && token.kind === 'word' && inTitle(lexis, word)) {
      joined[joined.length - 1] = { ...token, raw: `${letter.raw}-${token.raw}`, word, stem: stem(word) };
    } else joined.push(token);
  }
  return joined;
}
