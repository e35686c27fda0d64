import { t } from '../../locales/index.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import type { Cell } from './cell.js';
import { CHILDREN, SHEETS, type Child, type SheetName } from './layout.js';
import { columnHelp, columnName, headingsOf, headingText, sheetName, type Heading } from './names.js';
import type { WrittenTable } from './table.js';
import { cellOf } from './value.js';
import { wordsOf } from './words.js';

type Json = Record<string, unknown>;

/**
 * A programme file's contents (as `writeProgrammeFile` writes them: texts by language) as tables, one per noun, with
 * headings and words in `lang`. An empty object gives the empty tables.
 */
export function writeTables(file: Json, lang: Lang): WrittenTable[] {
  return SHEETS.map(({ name }) => {
    const headings = headingsOf(name);
    const head = headings.map((heading) => headingText(name, heading, lang));
    const rows = entriesOf(file, name).map((entry) => headings.map((heading) => cellFor(entry, heading, lang)));
    return { name: sheetName(name, lang), rows: [head, ...rows], headings, lang };
  });
}

/** What belongs on each sheet and into each column. */
export function explanations(lang: Lang): WrittenTable {
  const head = (['sheet', 'de', 'en', 'needed', 'help', 'form'] as const).map((one) => t(lang, `sheet.explain.${one}`));
  const rows = SHEETS.flatMap(({ name, columns }): Cell[][] => [
    [sheetName(name, lang), null, null, null, t(lang, `sheet.about.${name}`), null],
    ...columns.map((column) => [
      sheetName(name, lang),
      ...LANGUAGES.map((one) => columnName(name, column, one)),
      column.needed ? t(lang, 'sheet.explain.needed.yes') : null,
      columnHelp(name, column, lang),
      t(lang, `sheet.kind.${column.kind}`, { words: column.words ? wordsOf(column.words, lang).join(', ') : '' }),
    ]),
  ]);
  const name = t(lang, 'sheet.name.explanations');
  return { name, rows: [[t(lang, 'sheet.explain.intro')], [], head, ...rows], headings: null, lang };
}

function entriesOf(file: Json, sheet: SheetName): Json[] {
  if (sheet === 'programme') return file['id'] === undefined ? [] : [file];
  const child = CHILDREN.find((one) => one.sheet === sheet);
  return child ? childrenOf(file, child) : listAt(file, sheet);
}

function childrenOf(file: Json, { into, owner }: Child): Json[] {
  const lists = owner.list === 'list' ? ['divisions', 'departments'] : [owner.list];
  return lists.flatMap((list) =>
    listAt(file, list).flatMap((entry) =>
      listAt(entry, into).map((part) => ({ list, ...part, [owner.id]: entry['id'] })),
    ),
  );
}

function listAt(entry: Json, field: string): Json[] {
  const list = entry[field];
  return Array.isArray(list) ? (list as Json[]) : [];
}

function cellFor(entry: Json, { column, lang: own }: Heading, lang: Lang): Cell {
  const value = column.field
    .split('.')
    .reduce<unknown>((inner, step) => (inner as Json | null | undefined)?.[step], entry);
  if (own === null || value === undefined || value === null) return cellOf(value, column, lang);
  if (column.kind === 'text') return cellOf((value as Json)[own], column, lang);
  const texts = (value as Json[]).map((text) => text[own] ?? '');
  return texts.every((text) => text === '') ? null : cellOf(texts, column, lang);
}
