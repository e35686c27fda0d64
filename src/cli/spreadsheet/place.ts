import type { Path } from '../../programme/file/fault.js';
import type { SheetName, Vocabulary } from './layout.js';
import { letters } from './table.js';

/** Where in a spreadsheet something stands; parts that cannot be named are null. */
export interface Place {
  /** As the sheet or file is called there. */
  sheet: string;
  /** From 1. */
  row: number | null;
  /** The column's heading as it stands there, or as it would be called. */
  column: string | null;
  /** From 0, null where the column is missing. */
  at: number | null;
}

/** Something wrong or doubtful in a spreadsheet. `sheet.fault.<code>` or `file.<code>` is its wording. */
export interface SheetFinding {
  code: string;
  place: Place;
  /** Id of the entry in that row. */
  subject: string | null;
  details: Record<string, string | number>;
  /** The fixed words of the column, where it has some. */
  words?: Vocabulary;
}

export function finding(
  code: string,
  place: Partial<Place> & { sheet: string },
  details: SheetFinding['details'] = {},
): SheetFinding {
  return { code, place: { row: null, column: null, at: null, ...place }, subject: null, details };
}

/** Where the parts of a programme that was read from tables stand. */
export class Places {
  private readonly rows = new Map<string, { sheet: SheetName; row: number }>();
  /** What each sheet is called in the file, and where its columns are, by field. */
  private readonly sheets = new Map<
    SheetName,
    { name: string; columns: Map<string, { at: number; heading: string }> }
  >();

  sheet(sheet: SheetName, name: string): void {
    this.sheets.set(sheet, { name, columns: new Map() });
  }

  column(sheet: SheetName, field: string, at: number, heading: string): void {
    const columns = this.sheets.get(sheet)?.columns;
    if (!columns?.has(field)) columns?.set(field, { at, heading });
  }

  row(path: Path, sheet: SheetName, row: number): void {
    this.rows.set(JSON.stringify(path), { sheet, row });
  }

  nameOf(sheet: SheetName): string | undefined {
    return this.sheets.get(sheet)?.name;
  }

  /** The cell of a field in a row. */
  cell(sheet: SheetName, row: number | null, field: string): Place {
    const known = this.sheets.get(sheet)?.columns.get(field);
    return { sheet: this.nameOf(sheet) ?? sheet, row, column: known?.heading ?? null, at: known?.at ?? null };
  }

  /** The row that holds a path of the programme file, and the field within it. */
  find(path: Path): { sheet: SheetName; row: number; field: string } | null {
    for (let length = path.length; length >= 0; length--) {
      const found = this.rows.get(JSON.stringify(path.slice(0, length)));
      if (found) return { ...found, field: fieldIn(path.slice(length)) };
    }
    return null;
  }
}

/** A place as spreadsheets write it: `Projekte!F12`. */
export function reference({ sheet, row, at }: Place): string {
  const cell = `${at === null ? '' : letters(at)}${row ?? ''}`;
  return cell === '' ? sheet : `${sheet}!${cell}`;
}

/** `lead.department` of `lead`, `department`; steps into lists and languages belong to the cell. */
function fieldIn(path: Path): string {
  const steps = path.slice(
    0,
    path.findIndex((step) => typeof step === 'number'),
  );
  return (path.some((step) => typeof step === 'number') ? steps : path).join('.');
}
