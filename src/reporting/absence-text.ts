import { readSpan } from './typed-span.js';

/** An absence as somebody told it; names are still words. */
export interface SaidAbsence {
  /** Who is away, when it is not the speaker. */
  who: string | null;
  from: string;
  to: string;
  /** Who stands in, or null where nobody was named. */
  substitute: string | null;
}
export type ReadAbsence = SaidAbsence | { fault: 'noDays' | 'openEnd' | 'past' | 'backwards' | 'tooLong' };

const AWAY =
  /\b(?:weg|fort|abwesend|abwesenheit|urlaub|krank(?:geschrieben)?|elternzeit|dienstreise|fortbildung|außer haus|nicht (?:da|im (?:haus|büro|dienst)|erreichbar)|away|absent|absence|out(?: of (?:the )?office)?|on (?:leave|holiday|vacation)|sick|not (?:in|there|available))\b/iu;
const MYSELF =
  /^(?:(?:hallo|hi|guten (?:tag|morgen))[,! ]+)?(?:(?:ich|i)\b.{0,12}\b(?:bin|habe?|werde|gehe|am|will|shall|have)\b|bin\b|hab(?:e)?\b|i'm\b|i’m\b|urlaub\b|abwesen|krank\b|dienstreise\b|elternzeit\b|fortbildung\b|on (?:leave|holiday|vacation)\b|out\b|away\b|sick\b|absen)/iu;
const OTHER = /^(.{2,60}?)\s+(?:ist|fehlt|hat|is|will be|has)\s+(?=.*)/iu;
const SUBSTITUTE =
  /[,;.]?\s*(?:und\s+|and\s+)?(?:(?:meine?|my)\s+)?(?:vertretung|vertreten\s+(?:durch|von)|vertreterin|vertreter|vertritt mich|covered\s+by|cover|substitute|stand-?in|deputy)\b\s*(?:(?:ist|macht|übernimmt|durch|by|is|:|=)\s*)*(.+)$/iu;

/** Longest absence that is believed, in days; longer ones are usually a slip in the year. */
const LONGEST = 550;

/**
 * Reads an absence told in chat: "bin vom 3. bis 14. August weg, Vertretung Stellvertretung 63", "I am away next week".
 * Null where the words tell of no absence.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function readAbsence(text: string, today: string): ReadAbsence | null {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words.length > 400 || words.endsWith('?') || !AWAY.test(words)) return null;
  const mine = MYSELF.test(words);
  const who = mine ? null : (OTHER.exec(words)?.[1] ?? null);
  if (!mine && !who) return null;
  const span = readSpan(words, today);
  if (!span) return { fault: 'noDays' };
  const { from, to, rest } = span;
  if (to === null) return { fault: 'openEnd' };
  if (to < from || isTurnedRound(words, from, to)) return { fault: 'backwards' };
  if (to < today) return { fault: 'past' };
  if (Date.parse(to) - Date.parse(from) > LONGEST * 86_400_000) return { fault: 'tooLong' };
  const said = SUBSTITUTE.exec(rest)?.[1]?.replace(/\b(?:weg|abwesend|im urlaub|nicht da)\b/giu, '');
  const substitute = said?.replace(/[\s.!,;]+$/u, '').trim();
  return { who, from, to, substitute: substitute || null };
}

/** Days without a year that only a leap over the turn of the year puts in order, and then nearly a whole year long. */
function isTurnedRound(words: string, from: string, to: string): boolean {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return !/\d{4}/.test(words) && length > 300 && from.slice(5) > to.slice(5);
}
