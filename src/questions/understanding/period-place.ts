import type { DayRange } from '../question.js';
import { CALENDAR } from './calendar-words.js';
import type { Span } from './days.js';
import type { Telling } from './likely-spans.js';
import type { Token } from './tokens.js';

/** A named stretch of time: its days, where its words end, and the year if one was said. */
export interface Point extends Span {
  end: number;
  year: number | null;
  /** Said as "vor drei Monaten". */
  ago: boolean;
}

/** A time as a sentence says it, and where. */
export interface Period {
  range: DayRange;
  from: number;
  to: number;
  /** Said with "seit", "ab", "since": only the beginning was named. */
  open: 'start' | 'end' | null;
  /** Speaks of an end, whatever the verb: "läuft über 2027 hinaus". */
  ends?: boolean;
  /** Speaks of a beginning, whatever the verb: "läuft seit über zwei Jahren". */
  starts?: boolean;
}

/** Where a stretch of time is looked for. */
export interface Place extends Telling {
  tokens: readonly Token[];
  at: number;
}

/** A point of a span that ends before a token. */
export const point = (span: Span, end: number, year: number | null = null, ago = false): Point => ({
  ...span,
  end,
  year,
  ago,
});
/** The word so many tokens on, folded; empty where there is none. */
export const wordAt = (place: Place, offset: number): string => place.tokens[place.at + offset]?.word ?? '';
export const yearOf = (word: string): number | undefined => (/^(?:19|20)\d\d$/.test(word) ? Number(word) : undefined);

/** Words that stand before a time and hardly before anything else. */
export const BEFORE_TIME =
  /^(?:im|in|ab|bis|seit|und|and|to|until|since|by|from|between|ende|anfang|mitte|of|zwischen|vor|nach|before|after|this|next|last|diesen|nachsten|letzten)$/;

/** How many units on or back a word leads: "nächste" one on, "vorletzte" two back, "diese" none. */
export function directionOf(word: string): number | undefined {
  if (CALENDAR.next.has(word)) return 1;
  if (CALENDAR.afterNext.has(word)) return 2;
  if (CALENDAR.beforeLast.has(word)) return -2;
  if (CALENDAR.last.has(word)) return -1;
  return CALENDAR.this.has(word) ? 0 : undefined;
}
