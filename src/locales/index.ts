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
/** A wording ready to be filled. */
type Fill = (args: Args) => string;
const compiled = new Map<string, Fill>();

/**
 * The wording of a key in the reader's language, an ICU message filled with `args`. Where one of them ends as a sentence
 * does, our own full stop behind it is left out.
 */
export function t(lang: Lang, key: Key, args: Args = {}): string {
  const id = `${lang}:${key}`;
  let fill = compiled.get(id);
  if (fill === undefined) compiled.set(id, (fill = compile(lang, key)));
  return fill(args);
}

/** Most wordings have no choices in them: to put the blanks' values in is all there is to do, and a tenth of the work. */
const PLAIN = /^(?:[^{}']|\{\w+\})*$/;

function compile(lang: Lang, key: Key): Fill {
  const wording = catalogues[lang][key];
  if (!/[{}']/.test(wording)) return () => wording;
  if (PLAIN.test(wording)) return fillBlanks(key, wording.split(/\{(\w+)\}/));
  const message = new IntlMessageFormat(wording, formatTags[lang], undefined, { ignoreTag: true });
  return (args) => withoutSecondStop(String(message.format(markStops(args))));
}

/** @param parts texts and names of blanks in turn */
function fillBlanks(key: Key, parts: readonly string[]): Fill {
  return (args) => {
    const marked = markStops(args);
    let filled = '';
    for (const [at, part] of parts.entries()) {
      if (at % 2 === 1 && !(part in args)) throw new Error(`${key}: no value for ${part}`);
      filled += at % 2 === 0 ? part : String(marked[part] ?? '');
    }
    return withoutSecondStop(filled);
  };
}

/** Whether there is a wording for a key that was put together at run time. */
export function isKey(key: string): key is Key {
  return Object.hasOwn(de, key);
}
