import type { Lang } from '../../programme/text.js';
import { dayOf, instantOf, numberOf, textOf, weekOf, type Cell } from './cell.js';
import type { Column } from './layout.js';
import { joinList, splitList } from './lists.js';
import { codeFor, wordFor } from './words.js';

/**
 * What a cell says in the programme file's own terms; undefined when it is empty. What does not fit its column stays as
 * it was typed, so that the check of the file tells it. `lang` is the language of the sheet.
 */
export function valueOf(cell: Cell, { kind, words }: Column, lang: Lang): unknown {
  const text = textOf(cell);
  if (text === '') return undefined;
  switch (kind) {
    case 'day':
      return dayOf(cell);
    case 'week':
      return weekOf(cell);
    case 'instant':
      return instantOf(cell);
    case 'number':
      return numberOf(cell, lang);
    case 'flag':
      return typeof cell === 'boolean' ? cell : flagOf(text);
    case 'choice':
    case 'open':
      return (words && codeFor(words, text)) ?? text;
    case 'choices':
      return filled(splitList(text)).map((one) => (words && codeFor(words, one)) ?? one);
    case 'list':
      return filled(splitList(text));
    case 'texts':
      // Not trimmed: an empty line at the start stands for an entry that has no text in this language.
      return splitList(String(cell));
    case 'affects':
      return codeFor('affects', text) !== undefined && !/;/.test(text) ? 'all' : filled(splitList(text));
    default:
      return text;
  }
}

/** The cell for a value of a programme file, its words in `lang`. Days are dates; long lists have an entry per line. */
export function cellOf(value: unknown, { kind, words }: Column, lang: Lang): Cell {
  if (value === undefined || value === null) return null;
  if (kind === 'day') return new Date(`${String(value)}T00:00:00Z`);
  if (kind === 'number') return Number(value);
  if (kind === 'flag') return wordFor('flag', String(value), lang);
  if (words && (kind === 'choice' || kind === 'open')) return wordFor(words, String(value), lang);
  if (value === 'all' && kind === 'affects') return wordFor('affects', 'all', lang);
  if (!Array.isArray(value)) return String(value);
  const entries = value.map(String);
  if (kind === 'affects') return unlikeAll(joinList(entries));
  if (words) return joinList(entries.map((entry) => wordFor(words, entry, lang)));
  return joinList(entries, kind === 'texts' ? '\n' : '; ');
}

/** A department that is called like the word for all would be taken for it. */
function unlikeAll(list: string): string {
  return codeFor('affects', list) === undefined ? list : `${list};`;
}

function flagOf(text: string): boolean | string {
  const code = codeFor('flag', text);
  return code === undefined ? text : code === 'true';
}

function filled(entries: readonly string[]): string[] {
  return entries.filter((entry) => entry !== '');
}
