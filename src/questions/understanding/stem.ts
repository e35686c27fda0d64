import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as english } from '@orama/stemmers/english';

/** Endings that make another word rather than another form of it: "Steuerung" is no form of "Steuer". */
const DERIVED = /(?:heit|keit|ung|schaft|tion|tat|ment|ismus|ness|ity)(?:en|e|s)?$/;
/** Words on -innen that name no persons. */
const NOT_GENDERED = /^(?:d|b|beg|gew|r|s|bes|spr|erspr|zerr|entr|h|v)r?innen$/;

/** Agent nouns whose -er belongs to the word: a "Schüler" is no "Schule", a "Bürger" no "Burg". */
const AGENTS =
  /(?:contain|schul|burg|lehr|rechn|fahr|trag|nutz|leit|betreib|bewerb|arbeit|mitarbeit|anbiet|dienstleist|einwohn|handl|kunstl|sportl|wissenschaftl|programmier|entwickl|planung|plan|rentn|mal|arzt|besuch|teilnehm|inhab|empfang|zahl|meld|find|scann|comput|serv|filt|rout)er(?:n|s)?$/;

const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

/**
 * The inflectional stem of a folded word; one key for German and English names ("Ämter" → "amt", "meetings" → "meeting").
 * Derived nouns keep their ending, feminine person nouns fall together with the masculine ("burgerinnen" → "burg").
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const found = computeStem(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, found);
  return found;
}

/** A wider stem that also joins derivations ("Digitalisierung", "digitalisieren"; "accessible", "accessibility"). */
export function root(word: string): string {
  if (word.length < 6) return stem(word);
  const de = german(word);
  const en = english(word);
  const shorter = en.length < de.length && en.length >= 4 ? en : de;
  return shorter.length >= 4 ? shorter : stem(word);
}

/** Verbs of which the stem is another word: "Parken" is no "Park". */
const OWN_STEM = new Set(['parken']);

function computeStem(word: string): string {
  if (OWN_STEM.has(word)) return word;
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = ungendered(word);
  if (AGENTS.test(base)) return base.replace(/[ns]$/, '');
  const derived = DERIVED.exec(base);
  if (derived && derived.index >= 2) return base.replace(/(heit|keit|ung|schaft|tion|tat|ment)(?:en|e|s)$/, '$1');
  const found = german(base);
  return found.length >= 3 ? found : base;
}

function ungendered(word: string): string {
  if (word.length >= 8 && word.endsWith('innen') && !NOT_GENDERED.test(word)) return word.slice(0, -5);
  return word;
}

/** Whether two words of one root are near enough to mean the same ("access" and "accessibility" are not). */
export function sameFamily(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common / longer >= 0.58;
}
