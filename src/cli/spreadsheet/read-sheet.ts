import type { Lang } from '../../programme/text.js';
import { textOf, type Cell } from './cell.js';
import { SHEETS, type Column, type SheetName } from './layout.js';
import { columnName, headingNamed, languageOf, type Heading } from './names.js';
import { finding, type Places, type SheetFinding } from './place.js';
import type { Table } from './table.js';
import { valueOf } from './value.js';

type Json = Record<string, unknown>;

/** A row that says something, before it has its place in the programme file. */
export interface Entry {
  row: number;
  value: Json;
}
/** What is noted while tables are read. */
export interface Notes {
  places: Places;
  faults: SheetFinding[];
  warnings: SheetFinding[];
}

export interface ReadTables extends Notes {
  /** The contents of a programme file, unchecked. */
  raw: Json;
}

/** What a formula that went wrong leaves in its cell, in English and in German. */
const ERRORS = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|BEZUG!|NV|WERT!|ZAHL!)$/;

/** The rows of a sheet below the first row that is not empty, which holds the headings. */
export function readSheet(sheet: SheetName, { name, rows }: Table, notes: Notes): Entry[] {
  const first = rows.findIndex((row) => row.some((cell) => textOf(cell) !== ''));
  const head = rows[first]?.map((cell) => textOf(cell).replace(/[\s*]+$/, '')) ?? [];
  const lang = languageOf(sheet, head);
  const headings = head.map((text, at) => readHeading(sheet, { name, text, at, row: first + 1, lang }, notes));
  missingColumns(sheet, { name, row: first + 1, headings, lang }, notes);
  return rows.slice(first + 1).flatMap((cells, index): Entry[] => {
    const row = first + index + 2;
    const value = readRow(sheet, { cells, headings, lang, row }, notes);
    return Object.keys(value).length > 0 ? [{ row, value }] : [];
  });
}

interface HeadingCell {
  name: string;
  text: string;
  at: number;
  row: number;
  lang: Lang;
}

function readHeading(sheet: SheetName, { name, text, at, row, lang }: HeadingCell, notes: Notes): Heading | null {
  if (text === '') return null;
  const place = { sheet: name, row, column: text, at };
  const heading = headingNamed(sheet, text, lang);
  if (!heading) {
    notes.warnings.push(finding('unknownColumn', place));
    return null;
  }
  const key = heading.lang === null ? heading.column.field : `${heading.column.field}.${heading.lang}`;
  if (notes.places.cell(sheet, row, key).at !== null) notes.faults.push(finding('doubleColumn', place));
  notes.places.column(sheet, key, at, text);
  // A text as a whole is where its first language is.
  if (heading.lang !== null) notes.places.column(sheet, heading.column.field, at, text);
  return heading;
}

function missingColumns(
  sheet: SheetName,
  { name, row, headings, lang }: { name: string; row: number; headings: (Heading | null)[]; lang: Lang },
  { faults }: Notes,
): void {
  if (headings.length === 0) return;
  for (const column of columnsOf(sheet)) {
    if (!column.needed || headings.some((heading) => heading?.column === column)) continue;
    faults.push(
      finding('missingColumn', { sheet: name, row, column: columnName(sheet, column, lang) }, { sheet: name }),
    );
  }
}

interface RowCells {
  cells: readonly Cell[];
  headings: readonly (Heading | null)[];
  lang: Lang;
  row: number;
}

function readRow(sheet: SheetName, { cells, headings, lang, row }: RowCells, { places, faults }: Notes): Json {
  const value: Json = {};
  headings.forEach((heading, at) => {
    if (!heading) return;
    const { column, lang: own } = heading;
    const cell = cells[at] ?? null;
    const text = textOf(cell);
    if (ERRORS.test(text)) {
      faults.push(finding('formula', places.cell(sheet, row, column.field), { value: text }));
      return;
    }
    const read = valueOf(cell, column, lang);
    if (read === undefined) return;
    if (own === null) put(value, column.field, read);
    else if (Array.isArray(read)) putTexts(value, column.field, read as string[], own);
    else put(value, `${column.field}.${own}`, read);
  });
  for (const column of columnsOf(sheet)) {
    if (column.kind === 'texts' && Array.isArray(value[column.field])) {
      value[column.field] = (value[column.field] as Json[]).filter((text) => Object.keys(text).length > 0);
    }
  }
  return value;
}

function columnsOf(sheet: SheetName): readonly Column[] {
  return SHEETS.find(({ name }) => name === sheet)?.columns ?? [];
}

function put(value: Json, field: string, inner: unknown): void {
  const steps = field.split('.');
  const last = steps.pop() ?? field;
  const parent = steps.reduce<Json>((json, step) => (json[step] ??= {}) as Json, value);
  parent[last] = inner;
}

function putTexts(value: Json, field: string, texts: readonly string[], lang: Lang): void {
  const list = (value[field] ??= []) as Json[];
  texts.forEach((text, index) => {
    const entry = (list[index] ??= {});
    if (text !== '') entry[lang] = text;
  });
}
