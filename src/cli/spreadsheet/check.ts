import { valueAt, type Finding } from '../../programme/file/fault.js';
import { checkProgramme, type Checked } from '../../programme/file/parse.js';
import { SHEETS } from './layout.js';
import { columnName } from './names.js';
import { reference, type Place, type Places, type SheetFinding } from './place.js';
import type { ReadTables } from './read-sheet.js';
import { readTables } from './read-tables.js';
import type { Table } from './table.js';

export type SheetResult =
  | (Pick<Extract<Checked, { ok: true }>, 'ok' | 'programme' | 'reports'> & { warnings: SheetFinding[] })
  | { ok: false; faults: SheetFinding[] };

/** Reads a programme from tables, whole or not at all: with any fault the result holds all of them, in the tables' order. */
export function checkTables(tables: readonly Table[]): SheetResult {
  const read = readTables(tables);
  const inOrder = (findings: SheetFinding[]) => sorted(findings, tables);
  if (read.faults.some(({ code }) => code === 'noSheets')) return { ok: false, faults: read.faults };
  const checked = checkProgramme(read.raw);
  const placed = checked.findings.flatMap((one) => placedFinding(one, read));
  const faults = [...read.faults, ...(checked.ok ? [] : placed)];
  if (faults.length > 0 || !checked.ok) return { ok: false, faults: inOrder(faults) };
  const { programme, reports } = checked;
  return { ok: true, programme, reports, warnings: inOrder([...read.warnings, ...placed]) };
}

function placedFinding({ code, path, details }: Finding, { raw, places, faults }: ReadTables): SheetFinding[] {
  const found = places.find(path);
  // Without a row for the programme its fields cannot be there; that the row is missing is told.
  if (!found) return [];
  const { sheet, row, field } = found;
  const columns = SHEETS.find(({ name }) => name === sheet)?.columns ?? [];
  const column =
    columns.find((one) => one.field === field) ??
    columns.find((one) => field.startsWith(`${one.field}.`)) ??
    columns.find((one) => one.needed && one.field.startsWith(`${field}.`));
  const exact = places.cell(sheet, row, field);
  const known = column && exact.at === null ? places.cell(sheet, row, column.field) : exact;
  const place: Place = column && known.at === null ? { ...known, column: columnName(sheet, column, 'de') } : known;
  if (code === 'missing' && place.at === null && faults.some((one) => isMissing(one, place))) return [];
  const subject = subjectOf(raw, path);
  const words = column?.words ?? (code === 'unknownRole' ? 'role' : undefined);
  return [{ code, place, subject, details: { ...details, ...firstPlace(details, places) }, words }];
}

function isMissing({ code, place }: SheetFinding, other: Place): boolean {
  return code === 'missingColumn' && place.sheet === other.sheet;
}

/** `projects[3]` as a cell. */
function firstPlace({ first }: Finding['details'], places: Places): { first?: string } {
  const [, list = '', index] = /^(\w+)\[(\d+)\]$/.exec(String(first)) ?? [];
  const found = index === undefined ? null : places.find([list, Number(index)]);
  return found ? { first: reference(places.cell(found.sheet, found.row, 'id')) } : {};
}

function subjectOf(raw: unknown, path: Finding['path']): string | null {
  const id = path.length < 2 ? null : valueAt(raw, [...path.slice(0, 2), 'id']);
  return typeof id === 'string' ? id : null;
}

function sorted(findings: readonly SheetFinding[], tables: readonly Table[]): SheetFinding[] {
  const order = (name: string) => tables.findIndex((table) => table.name === name);
  return [...findings].sort(
    ({ place: one }, { place: other }) =>
      order(one.sheet) - order(other.sheet) || (one.row ?? 0) - (other.row ?? 0) || (one.at ?? -1) - (other.at ?? -1),
  );
}
