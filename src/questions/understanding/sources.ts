import { longestPhrase as longest } from './courtesies.js';
import { LIGHT, SOURCES } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { Token } from './tokens.js';

/** Between "laut" and "Bericht" stand no more words than these: "laut dem letzten offiziellen". */
const MOST_BETWEEN = 3;

/**
 * Leaves out whose word is taken for it: "laut letztem Bericht", "dem Zeitplan zufolge", "according to the latest list".
 * Where something is written is no matter of the question. "Im letzten Bericht" is left out only beside a state or a
 * condition; else the report itself may be asked for.
 */
export function withoutSources(lexis: Lexis, tokens: readonly Token[]): readonly Token[] {
  const dropped = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const source = sourceAt(tokens, at);
    if (!source || isTitle(lexis, tokens, source)) continue;
    const rest = tokens.filter((_, place) => !dropped.has(place) && (place < source.from || place >= source.to));
    const states = source.weak
      ? lexis.grammar.find(rest).some((mark) => /^(?:health|state|register|lacks|noun\.projects)/.test(mark.value))
      : rest.length > 0;
    if (!states) continue;
    for (let place = source.from; place < source.to; place++) dropped.add(place);
    at = source.to - 1;
  }
  if (dropped.size === 0) return tokens;
  // What was left out may have ended the sentence.
  return tokens.flatMap((token, at) => {
    if (dropped.has(at)) return [];
    let end = at + 1;
    while (dropped.has(end)) end++;
    const after = end > at + 1 ? tokens[end - 1]?.after : undefined;
    return [after ? { ...token, after: token.after + after } : token];
  });
}

interface Source {
  from: number;
  to: number;
  weak: boolean;
}

function sourceAt(tokens: readonly Token[], at: number): Source | null {
  const sure = longest(SOURCES.sure, tokens, at);
  const weak = sure > 0 ? 0 : longest(SOURCES.weak, tokens, at);
  const bare = sure + weak === 0 && LIGHT.has(tokens[at]?.word ?? '');
  if (sure + weak === 0 && !bare) return null;
  let end = at + (sure || weak || 1);
  let fresh = false;
  for (let between = 0; between < MOST_BETWEEN; between++) {
    const said = longest(SOURCES.fresh, tokens, end);
    if (said === 0 && !LIGHT.has(tokens[end]?.word ?? '')) break;
    fresh ||= said > 0;
    end += said || 1;
  }
  if (!isSource(tokens[end]?.word)) return null;
  const postposed = longest(SOURCES.after, tokens, end + 1);
  if (postposed > 0 && bare) return { from: at, to: end + 1 + postposed, weak: false };
  return sure > 0 || (weak > 0 && fresh) ? { from: at, to: end + 1, weak: sure === 0 } : null;
}

const isSource = (word = ''): boolean =>
  SOURCES.nouns.has(word) || SOURCES.heads.some((head) => word.length > head.length && word.endsWith(head));

/** "Laut Stadtplan" where the Stadtplan is a project of several words that stands there whole. */
function isTitle(lexis: Lexis, tokens: readonly Token[], { to }: Source): boolean {
  return lexis.projectNames
    .find(tokens)
    .some(
      (match) =>
        match.to - match.from > 1 && match.from < to && match.to >= to && match.names.some(({ via }) => via === 'name'),
    );
}
