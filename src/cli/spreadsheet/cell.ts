import { DateTime } from 'luxon';
import { LANGUAGES, type Lang } from '../../programme/text.js';

/** What a spreadsheet keeps in a cell. Dates have no zone there; here they stand as if in UTC. */
export type Cell = string | number | boolean | Date | null;

/** The first day that a spreadsheet's own count of days may mean, and the last: 1 January 1950 to the end of 2199. */
const SERIAL_DAYS = { first: 18_264, last: 109_574 };
/** Day 0 of that count. */
const SERIAL_START = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** Not with slashes: 1/2/2026 is one day in London and another in Washington. */
const DAYS = ['yyyy-MM-dd', 'd.M.yyyy', 'd.M.yy', 'd. MMMM yyyy', 'd. MMM yyyy', 'd MMMM yyyy', 'd MMM yyyy'];
const TIMES = ['', ' H:mm', ' H:mm:ss', " H:mm 'Uhr'"];

/** The text of a cell without spaces at its ends; a date as ISO 8601 without a zone. */
export function textOf(cell: Cell): string {
  if (cell instanceof Date) return isoOf(cell);
  return cell === null ? '' : String(cell).trim();
}

/** A day as `YYYY-MM-DD`, whether it is a date, the number of one or was typed; what is no day stays as it is. */
export function dayOf(cell: Cell): string {
  const date = dateOf(cell);
  return date ? date.toISOString().slice(0, 10) : textOf(cell);
}

/** An instant in ISO 8601; without an offset in the cell it has none and is local time of the programme. */
export function instantOf(cell: Cell): string {
  if (typeof cell === 'string' && /[T ]\d.*(Z|[+-]\d\d:?\d\d)$/i.test(cell.trim())) return cell.trim();
  const date = dateOf(cell);
  return date ? date.toISOString().slice(0, 19) : textOf(cell);
}

/** `2026-W21`, also typed as `KW 21/2026` or `21/2026`. */
export function weekOf(cell: Cell): string {
  const text = textOf(cell);
  const iso = /^(\d{4})\s*[-/ ]?\s*(?:W|KW)\s*(\d{1,2})$/i.exec(text);
  if (iso) return `${iso[1]}-W${iso[2]?.padStart(2, '0')}`;
  const german = /^(?:KW|W)?\s*(\d{1,2})\s*[/. -]\s*(\d{4})$/i.exec(text);
  return german ? `${german[2]}-W${german[1]?.padStart(2, '0')}` : text;
}

/** A number as typed in `lang`: `1.250,50 €` in German, `1,250.50` in English; what is none stays as it is. */
export function numberOf(cell: Cell, lang: Lang): number | string {
  if (typeof cell === 'number') return cell;
  const text = textOf(cell);
  const bare = text.replace(/^[€\s]+|(?:€|euro|eur|%)\s*$/giu, '').replace(/[\s\u00a0\u202f'’]/g, '');
  const number = bare === '' ? Number.NaN : Number(withPoint(bare, lang));
  return Number.isFinite(number) ? number : text;
}

/** Commas and points are told apart by their order, their number, and last by the language. */
function withPoint(text: string, lang: Lang): string {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma >= 0 && point >= 0) return plain(text, comma > point ? ',' : '.');
  const mark = comma >= 0 ? ',' : '.';
  const thousands = new RegExp(`^-?\\d{1,3}(?:\\${mark}\\d{3})+$`).test(text);
  const several = text.split(mark).length > 2;
  const grouping = lang === 'de' ? '.' : ',';
  return thousands && (several || mark === grouping) ? text.replaceAll(mark, '') : text.replace(mark, '.');
}

function plain(text: string, decimal: string): string {
  return text.replaceAll(decimal === ',' ? '.' : ',', '').replace(decimal, '.');
}

function dateOf(cell: Cell): Date | null {
  if (cell instanceof Date) return cell;
  const text = textOf(cell);
  const serial = typeof cell === 'number' ? cell : Number.NaN;
  if (serial >= SERIAL_DAYS.first && serial <= SERIAL_DAYS.last) return new Date(SERIAL_START + serial * DAY_MS);
  const spaced = text.replace(/,?\s+|T(?=\d)/g, ' ');
  for (const lang of LANGUAGES) {
    for (const day of DAYS) {
      for (const time of TIMES) {
        const read = DateTime.fromFormat(spaced, day + time, { zone: 'utc', locale: lang });
        if (read.isValid) return read.toJSDate();
      }
    }
  }
  return null;
}

function isoOf(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}
