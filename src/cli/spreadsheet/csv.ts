import { detectDelimiter, parseCsv, writeCsv } from 'hucre/csv';
import type { Lang } from '../../programme/text.js';
import type { Cell } from './cell.js';
import type { Table, WrittenTable } from './table.js';

/** What spreadsheets take for a formula, and texts that would look like one of ours that was made harmless. */
const FORMULA = /^'*[=+\-@\t\r]/;

const DELIMITER: Record<Lang, string> = { de: ';', en: ',' };

/**
 * A table as a CSV file that Excel opens by a double click: in German with semicolons, decimal commas and days like
 * 31.12.2026, in English with commas and ISO days; UTF-8 with a byte order mark. Texts that Excel would take for a formula
 * have an apostrophe before them.
 */
export function writeCsvFile({ rows, lang }: WrittenTable): string {
  const cells = rows.map((row) => row.map((cell) => written(cell, lang)));
  return writeCsv(cells, { delimiter: DELIMITER[lang], bom: true });
}

/** The rows of a CSV file with semicolons, commas or tabs, in UTF-8, UTF-16 or the code page of a Western Windows. */
export function readCsvFile(name: string, bytes: Uint8Array): Table {
  const text = decoded(bytes);
  // Excel's own way to name the delimiter.
  const [, named] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = named === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const firstLine = body.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const delimiter = named ?? detectDelimiter(firstLine);
  const rows = parseCsv(body, { delimiter }).map((row) => row.map(asTyped));
  // The line with the delimiter counts as a row where the file is opened as text.
  return { name, rows: named === undefined ? rows : [[], ...rows] };
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function written(cell: Cell, lang: Lang): string {
  if (cell instanceof Date) {
    const day = cell.toISOString().slice(0, 10);
    return lang === 'de' ? day.split('-').reverse().join('.') : day;
  }
  if (typeof cell === 'number' && lang === 'de') return String(cell).replace('.', ',');
  return typeof cell === 'string' ? harmless(cell) : cell === null ? '' : String(cell);
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function asTyped(cell: Cell): Cell {
  return typeof cell === 'string' && cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
