import type { Cell as SheetCell, CellStyle, ColumnDef, DataValidation, WriteSheet } from 'hucre';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Heading } from './names.js';
import type { Cell } from './cell.js';
import type { Kind } from './layout.js';
import { letters, type Table, type WrittenTable } from './table.js';
import { wordsOf } from './words.js';

/** The longest text that a cell of Excel holds, in UTF-16 units. */
export const LONGEST_CELL = 32_767;
/** Rows that dropdowns reach. */
const ROWS = 2_000;
/** Empty rows that already have the form of their columns. */
const SPARE_ROWS = 200;
const WIDTHS: Partial<Record<Kind, number>> = { text: 40, texts: 40, list: 24, affects: 24, line: 24, instant: 24 };
const HEAD: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DCE6EE' } },
  alignment: { wrapText: true, vertical: 'top' },
};

/** The tables as an Excel workbook. No cell may be longer than `LONGEST_CELL`. */
export async function writeWorkbook(tables: readonly WrittenTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map((table) => (table.headings ? dataSheet(table, table.headings) : plainSheet(table))),
  });
}

/** Every visible sheet of an Excel workbook. Rejects with the library's error when it is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<Table[]> {
  const { sheets } = await readXlsx(bytes, {
    readStyles: true,
    sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
  });
  return sheets.map(({ name, rows, cells }) => ({
    name,
    rows: rows.map((row, y) => row.map((value, x) => readCell(value, cells?.get(`${y},${x}`)?.style?.numFmt))),
  }));
}

function readCell(value: unknown, format: string | undefined): Cell {
  if (value === null || value === undefined) return null;
  // Who types 40 % into a cell sees 40 %, the file holds 0.4.
  if (typeof value === 'number') return format?.includes('%') ? `${Number((value * 100).toPrecision(12))} %` : value;
  return typeof value === 'string' || typeof value === 'boolean' || value instanceof Date
    ? value
    : JSON.stringify(value);
}

function dataSheet({ name, rows, lang }: WrittenTable, headings: readonly Heading[]): WriteSheet {
  const columns = headings.map((heading): ColumnDef => {
    const { kind } = heading.column;
    return {
      width: WIDTHS[kind] ?? 16,
      style: { numFmt: formatOf(kind, lang), alignment: { wrapText: true, vertical: 'top' } },
    };
  });
  const dataValidations = headings.flatMap((heading, at): DataValidation[] => {
    const values = choicesOf(heading, lang);
    if (values.length === 0) return [];
    const range = `${letters(at)}2:${letters(at)}${ROWS}`;
    // A hint, no wall: words of the other language are understood as well.
    return [{ type: 'list', values, range, allowBlank: true, showErrorMessage: false }];
  });
  const safe = rows.map((row) => row.map(safeCell));
  return {
    name,
    rows: safe,
    columns,
    cells: new Map([...(headCells(safe[0] ?? [], 0) ?? []), ...spareCells(columns, safe.length)]),
    dataValidations,
    freezePane: { rows: 1, columns: 1 },
  };
}

function plainSheet({ name, rows }: WrittenTable): WriteSheet {
  const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } };
  const columns = [18, 26, 26, 8, 70, 50].map((width): ColumnDef => ({ width, style: wrapped }));
  const safe = rows.map((row) => row.map(safeCell));
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }];
  return {
    name,
    rows: safe,
    columns,
    merges,
    cells: headCells(safe[2] ?? [], 2),
    rowDefs: new Map([[0, { height: 90 }]]),
  };
}

function headCells(head: readonly Cell[], row: number): WriteSheet['cells'] {
  return new Map(head.map((value, at) => [`${row},${at}`, { value, style: HEAD }]));
}

/** The form of a column reaches only cells that there are, and people type below them. */
function spareCells(columns: readonly ColumnDef[], from: number): [string, Partial<SheetCell>][] {
  return Array.from({ length: SPARE_ROWS }, (_, row) =>
    columns.map(({ style }, at): [string, Partial<SheetCell>] => [`${from + row},${at}`, { value: null, style }]),
  ).flat();
}

/** Text stays text: without it Excel makes a date of an id like 6.10. */
function formatOf(kind: Kind, lang: WrittenTable['lang']): string {
  if (kind === 'day') return lang === 'de' ? 'dd.mm.yyyy' : 'yyyy-mm-dd';
  return kind === 'number' ? 'General' : '@';
}

function choicesOf({ column: { kind, words } }: Heading, lang: WrittenTable['lang']): string[] {
  if (kind === 'flag') return wordsOf('flag', lang);
  return words && kind === 'choice' ? wordsOf(words, lang) : [];
}

/** The format writes control characters as `_x0001_`; a text that looks like one is told apart by escaping its `_`. */
function safeCell(cell: Cell): Cell {
  return typeof cell === 'string' ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}
