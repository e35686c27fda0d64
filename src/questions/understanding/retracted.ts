import { longestPhrase as longest } from './courtesies.js';
import { CORRECTIONS, isContent, LIGHT } from './lexicon.js';
import type { Lexis } from './lexis.js';
import type { Name } from './names.js';
import { isOrganisation } from './sentence.js';
import type { Token } from './tokens.js';

/** A clause that takes something back is no longer. */
const LONGEST_CLAUSE = 7;
/** Between a word of correction and what it is about stand no more words. */
const MOST_BETWEEN = 3;

/**
 * Leaves out what is taken back within one sentence: "Vergiss die roten, welche sind gelb?", "statt der laufenden die
 * geplanten", "die roten, nein, die gelben". Only what is recognised can be taken back, and only if something is left.
 */
export function withoutRetracted(lexis: Lexis, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token, at) => mayTakeBack(token.word, tokens[at - 1]?.after))) return tokens;
  const said = elementsOf(lexis, tokens);
  const dropped = new Set<number>();
  for (let at = 0; at < tokens.length; at++) {
    const span = droppedClause(lexis, tokens, at, said) ?? replaced(tokens, at, said) ?? corrected(tokens, at, said);
    if (!span) continue;
    for (let place = span.from; place < span.to; place++) dropped.add(place);
    at = span.to - 1;
  }
  const kept = tokens.filter((_, at) => !dropped.has(at));
  return dropped.size > 0 &&
    kept.some((token) => isContent(token.word) || said.some(({ from }) => tokens[from] === token))
    ? kept
    : tokens;
}

const firsts = (list: readonly (readonly string[])[]): ReadonlySet<string> => new Set(list.map(([word = '']) => word));
const OPENING = firsts([...CORRECTIONS.dropping, ...CORRECTIONS.insteadOf]);
const RATHER = firsts(CORRECTIONS.rather);

/** Most sentences take nothing back; they are not looked through twice. */
const mayTakeBack = (word: string, before = ''): boolean =>
  OPENING.has(word) || (RATHER.has(word) && BROKEN_OFF.test(before));
const BROKEN_OFF = /[,;–(-]/;

interface Place {
  from: number;
  to: number;
}
/** Something recognised and of which kind it is: only like is set in place of like. */
interface Element extends Place {
  kind: string;
}

function elementsOf({ grammar, names, projectNames, organisations }: Lexis, tokens: readonly Token[]): Element[] {
  const marks = grammar.find(tokens).flatMap(({ value, from, to }): Element[] => {
    const [kind = ''] = value.split('.');
    return /^(?:register|health|climate|state)$/.test(kind) ? [{ kind, from, to }] : [];
  });
  const named = names.find(tokens).map(({ names: [name], from, to }): Element => ({ kind: kindOf(name), from, to }));
  const projects = projectNames.find(tokens).map(({ from, to }): Element => ({ kind: 'project', from, to }));
  const numbered = tokens.flatMap((token, at): Element[] => {
    const match = organisations.at(tokens, at);
    if (match) return [{ kind: 'office', from: at, to: match.to }];
    return /^20\d\d$/.test(token.word) ? [{ kind: 'year', from: at, to: at + 1 }] : [];
  });
  return [...marks, ...named, ...projects, ...numbered].sort((a, b) => a.from - b.from || b.to - a.to);
}
const kindOf = (name: Name | undefined): string => (name && isOrganisation(name) ? 'office' : (name?.noun ?? ''));

/** "Vergiss die roten, …", "never mind the red ones, …": the whole clause. */
function droppedClause(lexis: Lexis, tokens: readonly Token[], at: number, said: readonly Element[]): Place | null {
  const opens =
    at === 0 ||
    /[,;.!?:–]/.test(tokens[at - 1]?.after ?? '') ||
    /^(?:bitte|please|also|ok|okay)$/.test(tokens[at - 1]?.word ?? '');
  const length = opens ? longest(CORRECTIONS.dropping, tokens, at) : 0;
  if (length === 0 || /^(?:nicht|not|mich|me|uns|us)$/.test(tokens[at + length]?.word ?? '')) return null;
  let to = at + length;
  while (
    to < tokens.length &&
    !/[,;.!?:–]/.test(tokens[to - 1]?.after ?? '') &&
    !/^(?:und|and|sondern)$/.test(tokens[to]?.word ?? '')
  )
    to++;
  const holds = said.some((element) => element.from >= at + length && element.to <= to);
  const orders = lexis.grammar.find(tokens.slice(at, to)).some((mark) => mark.value === 'talk.injection');
  return to < tokens.length && to - at <= LONGEST_CLAUSE && holds && !orders ? { from: at, to } : null;
}

/** "Statt der laufenden die geplanten": up to the end of what is not wanted. */
function replaced(tokens: readonly Token[], at: number, said: readonly Element[]): Place | null {
  const length = longest(CORRECTIONS.insteadOf, tokens, at);
  const unwanted = length === 0 ? undefined : nextOf(tokens, at + length, said);
  return unwanted && said.some(({ kind, from }) => kind === unwanted.kind && (from < at || from >= unwanted.to))
    ? { from: at, to: unwanted.to }
    : null;
}

/** "Rot, nein, gelb": the last of the like before it, and the word of correction itself. */
function corrected(tokens: readonly Token[], at: number, said: readonly Element[]): Place | null {
  const length = at > 0 && BROKEN_OFF.test(tokens[at - 1]?.after ?? '') ? longest(CORRECTIONS.rather, tokens, at) : 0;
  const right = length === 0 ? undefined : nextOf(tokens, at + length, said);
  const wrong =
    right && said.filter(({ kind, to }) => kind === right.kind && to <= at && at - to <= MOST_BETWEEN).at(-1);
  return wrong ? { from: wrong.from, to: at + length } : null;
}

/** What is said at a place, articles aside. */
function nextOf(tokens: readonly Token[], place: number, said: readonly Element[]): Element | undefined {
  let from = place;
  while (from < place + MOST_BETWEEN && LIGHT.has(tokens[from]?.word ?? '') && !said.some((each) => each.from === from))
    from++;
  return said.find((element) => element.from === from);
}
