import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../programme/text.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import { markStops, withoutSecondStop } from './full-stop.js';

/** Every wording has a key; both languages hold the same ones (checked by the compiler and a test). */
export type Key = keyof typeof de;
export type Args = Record<string, string | number | boolean | null | undefined>;

const catalogues: Record<Lang, Record<Key, string>> = { de, en };
const formatTags: Record<Lang, string> = { de: 'de-DE', en: 'en-GB' };
const compiled = new Map<string, IntlMessageFormat | string>();

/**
 * The wording of a key in the reader's language, an ICU message filled with `args`. Where one of them ends as a sentence
 * does, our own full stop behind it is left out.
 */
export function t(lang: Lang, key: Key, args: Args = {}): string {
  const id = `${lang}:${key}`;
  let message = compiled.get(id);
  if (message === undefined) compiled.set(id, (message = compile(lang, key)));
  return typeof message === 'string' ? message : withoutSecondStop(String(message.format(markStops(args))));
}

/** A wording without blanks to fill is its own text; formatting it every time costs what a row of a card costs. */
function compile(lang: Lang, key: Key): IntlMessageFormat | string {
  const wording = catalogues[lang][key];
  if (!/[{}']/.test(wording)) return wording;
  return new IntlMessageFormat(wording, formatTags[lang], undefined, { ignoreTag: true });
}

/** Whether there is a wording for a key that was put together at run time. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(de, key);
}
