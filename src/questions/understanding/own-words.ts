import { wordings } from '../../programme/text.js';
import type { Lexis } from './lexis.js';
import { isContent, LIGHT } from './lexicon.js';
import { said, type Thing } from './sentence.js';
import type { Surroundings } from './surroundings.js';
import { tokenise, type Token } from './tokens.js';

/** "Vorzimmer der Bürgermeisterin": so many little words may stand between two words of one name. */
const BETWEEN = 2;
/** A form of a word shares so many letters with it. */
const SHARED = 6;

/** An office's own words beside its name belong to the name ("Vorzimmer der Oberbürgermeisterin"), they are no matter. */
export function withOwnWords({ lexis, tokens, projects }: Surroundings, things: readonly Thing[]): Thing[] {
  const taken = (at: number, own: Thing) =>
    things.some((thing) => thing !== own && at >= thing.from && at < thing.to) ||
    projects.some((project) => project.via !== 'keyword' && at >= project.from && at < project.to);
  return things.map((thing) => {
    const [id, second] = thing.ids;
    if (id === undefined || second !== undefined || thing.via === 'guess') return thing;
    if (thing.noun !== 'department' && thing.noun !== 'division') return thing;
    const own = wordsOf(lexis, thing.noun, id);
    let { from, to } = thing;
    for (let at = to; at < tokens.length && at - to <= BETWEEN; at++) {
      if (/[,;.!?]/.test(tokens[at - 1]?.after ?? '') || taken(at, thing)) break;
      if (isOneOf(own, tokens[at])) to = at + 1;
      else if (!LIGHT.has(tokens[at]?.word ?? '')) break;
    }
    while (from > 0 && !taken(from - 1, thing) && isOneOf(own, tokens[from - 1])) from--;
    return from === thing.from && to === thing.to ? thing : { ...thing, from, to, said: said(tokens, from, to) };
  });
}

function wordsOf({ programme }: Lexis, noun: 'department' | 'division', id: string): string[] {
  const organisation = programme[noun === 'department' ? 'departments' : 'divisions'].find((each) => each.id === id);
  if (!organisation) return [];
  const texts = [...wordings(organisation.name), ...organisation.aliases];
  return texts.flatMap((text) => tokenise(text).flatMap((token) => (isContent(token.word) ? [token.stem] : [])));
}

function isOneOf(own: readonly string[], token: Token | undefined): boolean {
  if (!token || token.kind !== 'word' || !isContent(token.word)) return false;
  return own.some(
    (word) =>
      word === token.stem ||
      (word.length >= SHARED &&
        token.stem.length >= SHARED &&
        (word.startsWith(token.stem) || token.stem.startsWith(word))),
  );
}
