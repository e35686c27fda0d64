import { addDays } from '../programme/calendar.js';
import { readSpan } from './typed-span.js';

const WORDS = /\b(?:spätestens|zum|einschließlich|bis|until|till|by|für|for)\b/giu;

/**
 * Takes a day off the end of a text: "E-Akte bis 1.9." → `E-Akte` and the day, "E-Akte für zwei Wochen" → the day after
 * those weeks. The text itself may hold such words; null where it ends in no day.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function withEnd(text: string, today: string): [text: string, day: string | null] {
  const places = [...text.matchAll(/\s(bis|until|till|by|für|for)\s/giu)].reverse();
  for (const { index, 1: preposition = '' } of places) {
    const span = readSpan(text.slice(index + 1), today);
    const day = span && (span.to ?? span.from);
    if (!day || /\p{L}{2}/u.test(span.rest.replace(WORDS, ''))) continue;
    // A duration names its last day.
    return [text.slice(0, index), /^f/iu.test(preposition) ? addDays(day, 1) : day];
  }
  return [text, null];
}
