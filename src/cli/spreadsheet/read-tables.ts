import { CHILDREN, SHEETS, type SheetName } from './layout.js';
import { isExplanations, sheetName, sheetNamed } from './names.js';
import { finding, Places } from './place.js';
import { placeChildren } from './read-children.js';
import { readSheet, type Entry, type ReadTables } from './read-sheet.js';
import type { Table } from './table.js';

/** Sheets without which there is no programme file; those without rows are good. */
const NEEDED: readonly SheetName[] = ['departments', 'projects'];

/** Tables as the contents of a programme file, with the place of each part. Unknown sheets and columns are warnings. */
export function readTables(tables: readonly Table[]): ReadTables {
  const places = new Places();
  const read: ReadTables = { raw: {}, places, faults: [], warnings: [] };
  const entries = new Map<SheetName, Entry[]>();
  for (const table of tables) {
    const sheet = sheetNamed(table.name);
    if (sheet === null) {
      if (!isExplanations(table.name)) read.warnings.push(finding('unknownSheet', { sheet: table.name }));
    } else if (entries.has(sheet)) {
      const other = places.nameOf(sheet) ?? sheet;
      read.faults.push(finding('doubleSheet', { sheet: table.name }, { other }));
    } else {
      places.sheet(sheet, table.name);
      entries.set(sheet, readSheet(sheet, table, read));
    }
  }
  if (entries.size === 0) read.faults.push(finding('noSheets', { sheet: tables[0]?.name ?? '' }));
  else assemble(entries, read);
  return read;
}

function assemble(entries: ReadonlyMap<SheetName, Entry[]>, read: ReadTables): void {
  const { raw, places, faults } = read;
  const [programme, ...more] = entries.get('programme') ?? [];
  Object.assign(raw, programme?.value, { format: 'programme/1' });
  if (programme) places.row([], 'programme', programme.row);
  else {
    const sheet = places.nameOf('programme') ?? sheetName('programme', 'de');
    faults.push(finding('missingSheet', { sheet }));
  }
  for (const { row } of more) faults.push(finding('oneRow', { sheet: places.nameOf('programme') ?? '', row }));
  const lists = SHEETS.map(({ name }) => name).filter(
    (name) => name !== 'programme' && !CHILDREN.some((child) => child.sheet === name),
  );
  for (const list of lists) {
    // Else a sheet whose name was changed would empty the programme.
    if (NEEDED.includes(list) && !entries.has(list))
      faults.push(finding('missingSheet', { sheet: sheetName(list, 'de') }));
    const rows = entries.get(list) ?? [];
    raw[list] = rows.map(({ value }) => value);
    rows.forEach(({ row }, index) => places.row([list, index], list, row));
  }
  for (const child of CHILDREN) placeChildren(child, entries.get(child.sheet) ?? [], read);
}
