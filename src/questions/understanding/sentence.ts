import type { Lang } from '../../programme/text.js';
import type { Amount } from './amounts.js';
import type { Concept } from './lexicon.js';
import type { Name } from './names.js';
import type { Period } from './periods.js';
import type { PhraseMatch } from './phrases.js';
import type { Token } from './tokens.js';

/** Something of the programme that was named. */
export interface Thing {
  noun: 'department' | 'division' | 'actionField' | 'targetGroup' | 'goal' | 'person';
  /** More than one: it cannot be told which. Empty: there is none of that name or number. */
  ids: string[];
  from: number;
  to: number;
  via: Name['via'] | 'number' | 'guess';
  said: string;
  /** All of them are meant: offices of one kind. */
  every?: true;
}
/** Whether a name is that of a department or a division. */
export const isOrganisation = ({ noun }: { noun: Name['noun'] }): boolean =>
  noun === 'department' || noun === 'division';
/** "Das alte Hauptamt", "the business area culture": where what is said of an office before its name begins. */
export function nameStart({ tokens, marks }: Pick<Sentence, 'tokens' | 'marks'>, from: number): number {
  const kind = marks.find(({ value, to }) => to === from && /^noun\.(?:department|division)$/.test(value));
  const start = kind?.from ?? from;
  return FORMER.test(tokens[start - 1]?.word ?? '') ? start - 1 : start;
}
const FORMER = /^(?:(?:alt|ehemalig|fruher|einstig|damalig|neu|heutig)e[nrsm]?|former|old|new|previous)$/;

/** Projects named word for word. */
export interface NamedProject {
  ids: string[];
  from: number;
  to: number;
  via: Name['via'];
}
export type Mark = PhraseMatch<Concept>;

/** A question with everything that was recognised in it. */
export interface Sentence {
  text: string;
  tokens: readonly Token[];
  lang: Lang;
  marks: readonly Mark[];
  things: readonly Thing[];
  projects: readonly NamedProject[];
  periods: readonly Period[];
  amounts: readonly Amount[];
  corrected: { said: string; meant: string }[];
}

export const has = (sentence: Sentence, ...concepts: Concept[]): boolean =>
  sentence.marks.some((mark) => concepts.includes(mark.value));

export const marksOf = (sentence: Sentence, ...concepts: Concept[]): Mark[] =>
  sentence.marks.filter((mark) => concepts.includes(mark.value));

export const said = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map((token, at) => (at > 0 ? (token.glued ? '-' : ' ') : '') + token.raw)
    .join('');

/** Whether two places lie in one clause: no comma, sentence end or "und"/"aber" between them. */
export function sameClause(tokens: readonly Token[], a: number, b: number): boolean {
  const from = Math.min(a, b);
  const to = Math.max(a, b);
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (/[,;.!?\n]/.test(token.after)) return false;
    if (at > from && BOUNDARIES.has(token.word)) return false;
  }
  return true;
}
const BOUNDARIES = new Set(['und', 'aber', 'sondern', 'and', 'but', 'oder', 'or', 'while', 'wahrend']);
