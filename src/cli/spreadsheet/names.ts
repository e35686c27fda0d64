import { isKey, t, type Key } from '../../locales/index.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { SHEETS, type Column, type SheetName } from './layout.js';

/** A heading as people read it: the column's name, for texts with its language, and a star where it is needed. */
export interface Heading {
  column: Column;
  /** Of a text: the language of this column. */
  lang: Lang | null;
}

/** Every heading of a sheet in order; a text has one per language. */
export function headingsOf(sheet: SheetName): Heading[] {
  const columns = SHEETS.find(({ name }) => name === sheet)?.columns ?? [];
  return columns.flatMap((column): Heading[] =>
    isByLanguage(column) ? LANGUAGES.map((lang) => ({ column, lang })) : [{ column, lang: null }],
  );
}

export function headingText(sheet: SheetName, { column, lang }: Heading, reader: Lang): string {
  // Of a needed text one language is enough; the star stands at the first.
  const star = column.needed && (lang === null || lang === LANGUAGES[0]) ? ' *' : '';
  return `${columnName(sheet, column, reader)}${lang === null ? '' : ` (${lang})`}${star}`;
}

export function columnName(sheet: SheetName, column: Column, reader: Lang): string {
  return t(reader, keyOf('column', sheet, column));
}

export function columnHelp(sheet: SheetName, column: Column, reader: Lang): string {
  return t(reader, keyOf('help', sheet, column));
}

export function sheetName(sheet: SheetName, reader: Lang): string {
  return t(reader, `sheet.name.${sheet}`);
}

/** The sheet that a name means, in either language or as the programme file calls it. */
export function sheetNamed(name: string): SheetName | null {
  const wanted = fold(name);
  const found = SHEETS.find((sheet) =>
    [sheet.name, ...LANGUAGES.map((lang) => sheetName(sheet.name, lang))].some((known) => fold(known) === wanted),
  );
  return found?.name ?? null;
}

/** Whether a name is that of the sheet that explains the others. */
export function isExplanations(name: string): boolean {
  return LANGUAGES.some((lang) => fold(t(lang, 'sheet.name.explanations')) === fold(name));
}

/** The column that a heading means, in either language or as the programme file calls it; a text without a language is in `plain`. */
export function headingNamed(sheet: SheetName, text: string, plain: Lang): Heading | null {
  const [, name = '', suffix] = /^(.*?)(?:[([]\s*(de|en)\s*[)\]])?[\s*]*$/is.exec(text.trim()) ?? [];
  const wanted = fold(name);
  const columns = SHEETS.find((one) => one.name === sheet)?.columns ?? [];
  const column = columns.find((one) =>
    [one.field, ...LANGUAGES.map((lang) => columnName(sheet, one, lang))].some((known) => fold(known) === wanted),
  );
  if (!column) return null;
  if (!isByLanguage(column)) return suffix ? null : { column, lang: null };
  return { column, lang: LANGUAGES.find((lang) => lang === suffix?.toLowerCase()) ?? plain };
}

/** The language most of a sheet's headings are in; German where it cannot be told. */
export function languageOf(sheet: SheetName, headings: readonly string[]): Lang {
  const columns = SHEETS.find(({ name }) => name === sheet)?.columns ?? [];
  const hits = (lang: Lang): number => {
    const known = new Set(columns.map((column) => fold(columnName(sheet, column, lang))));
    return headings.filter((text) => known.has(fold(text.replace(/[([](de|en)[)\]]/i, '')))).length;
  };
  return hits('en') > hits('de') ? 'en' : 'de';
}

/** Letters and digits only, without case and umlauts, as file names and hasty typing leave them. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isByLanguage({ kind }: Column): boolean {
  return kind === 'text' || kind === 'texts';
}

function keyOf(what: 'column' | 'help', sheet: SheetName, { field }: Column): Key {
  const own = `sheet.${what}.${sheet}.${field}`;
  const shared = `sheet.${what}.${field}`;
  if (isKey(own)) return own;
  if (isKey(shared)) return shared;
  throw new Error(`no wording for ${shared}`);
}
