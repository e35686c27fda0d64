import { isKey, t } from '../../locales/index.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import type { Vocabulary } from './layout.js';
import { fold } from './names.js';

/** The fixed words by what the programme file calls them. */
const CODES: Record<Vocabulary | 'affects' | 'flag', readonly string[]> = {
  register: ['permanent', 'running', 'upcoming', 'future'],
  funding: ['available', 'partly', 'missing', 'not-needed'],
  climate: ['positive', 'none', 'negative', 'unknown'],
  cadence: ['weekly', 'biweekly', 'monthly', 'never'],
  rating: ['ok', 'open', 'critical'],
  role: ['office', 'steering'],
  health: ['green', 'amber', 'red'],
  lang: LANGUAGES,
  kind: ['dissolved'],
  former: ['divisions', 'departments'],
  affects: ['all'],
  flag: ['true', 'false'],
};
/** What people type besides the words that Lotse writes. */
const ALSO: Partial<Record<string, Record<string, string>>> = {
  flag: { x: 'true', j: 'true', y: 'true', wahr: 'true', 1: 'true', n: 'false', falsch: 'false', 0: 'false' },
  health: { gruen: 'green', orange: 'amber', yellow: 'amber' },
  affects: { alleaemter: 'all', stadtweit: 'all', citywide: 'all' },
};

type Words = keyof typeof CODES;

/** The word for a code, as people read it. */
export function wordFor(words: Words, code: string, lang: Lang): string {
  const key = `sheet.word.${words}.${code}`;
  return isKey(key) ? t(lang, key) : code;
}

/** The code of a word in either language, or of the code itself; undefined for another word. */
export function codeFor(words: Words, text: string): string | undefined {
  const wanted = fold(text);
  const found = CODES[words].find((code) =>
    [code, ...LANGUAGES.map((lang) => wordFor(words, code, lang))].some((known) => fold(known) === wanted),
  );
  return found ?? ALSO[words]?.[wanted];
}

export function wordsOf(words: Words, lang: Lang): string[] {
  return CODES[words].map((code) => wordFor(words, code, lang));
}
