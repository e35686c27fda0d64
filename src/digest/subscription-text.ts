import type { Subscription } from './subscriptions.js';

/** A digest of one's own, as somebody asked for it; what it is about is still words. */
export interface SaidSubscription {
  subject: string;
  /** Null where no rhythm was said. */
  cadence: Subscription['cadence'] | null;
}

const MONTHLY = String.raw`monatlich(?:e[nr]?)?|monthly|jeden\s+monat|einmal\s+im\s+monat|every\s+month|once\s+a\s+month`;
const WEEKLY = String.raw`wöchentlich(?:e[nr]?)?|weekly|jede\s+woche|einmal\s+(?:in\s+der|pro)\s+woche|every\s+week|once\s+a\s+week`;
const WISH = String.raw`(?:bitte\s+|please\s+)?(?:(?<subscribe>subscribe(?:\s+me)?\s+to|abonniere)|ich\s+(?:möchte|will|hätte\s+gerne?|würde\s+gerne?|bekomme\s+gerne?)|i\s+(?:want|would\s+like|['’]d\s+like)(?:\s+to\s+(?:get|receive|subscribe\s+to))?|send\s+me|schicke?\s+mir)\s+`;
const NOUN = String.raw`(?:weekly\s+)?digest|wochenbericht|weekly\s+report|monatsbericht|bericht|report`;
const SHAPE = new RegExp(
  String.raw`^\/?(?:${WISH})?(?:(?<before>${MONTHLY}|${WEEKLY})\s+)?(?:(?:den|einen|the|an?)\s+)?(?:(?<kind>monatlichen|wöchentlichen|monthly)\s+)?(?<noun>${NOUN})\s+(?:für|for|zu[mr]?|über|about|on)\s+(?<subject>.+?)(?:,?\s+(?<after>${MONTHLY}|${WEEKLY}))?(?:\s+(?<order>abonnieren|bestellen|bekommen|erhalten))?$`,
  'iu',
);
const SAYS_MONTHLY = new RegExp(`^(?:${MONTHLY})$`, 'iu');

/**
 * Reads "digest für uns monatlich", "Ich möchte jede Woche den Bericht zu E-Akte", "subscribe to the digest for
 * schools". A mere "Bericht zu …" without rhythm or order is a question: null.
 */
export function readSubscription(said: string): SaidSubscription | null {
  if (said.includes('?') || said.length > 300) return null;
  const found = SHAPE.exec(said.trim().replace(/[.!]+$/u, ''))?.groups;
  if (!found?.subject || !found.noun) return null;
  const rhythm = found.before ?? found.kind ?? found.after ?? (/^monats/iu.test(found.noun) ? 'monatlich' : null);
  if (/^(?:bericht|report)$/iu.test(found.noun) && !rhythm && !found.subscribe && !found.order) return null;
  return { subject: found.subject, cadence: rhythm === null ? null : SAYS_MONTHLY.test(rhythm) ? 'monthly' : 'weekly' };
}
