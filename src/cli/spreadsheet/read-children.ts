import type { Child } from './layout.js';
import { finding } from './place.js';
import type { Entry, ReadTables } from './read-sheet.js';

type Json = Record<string, unknown>;

/** Puts the rows of a sheet into the entries they name. */
export function placeChildren(child: Child, entries: readonly Entry[], read: ReadTables): void {
  for (const entry of entries) {
    const owner = ownerOf(child, entry, read);
    if (!owner) continue;
    const { list, index, json } = owner;
    const parts = (json[child.into] ??= []) as Json[];
    const { [child.owner.id]: _id, list: _list, ...part } = entry.value;
    read.places.row([list, index, child.into, parts.length], child.sheet, entry.row);
    parts.push(part);
  }
}

function ownerOf(
  { sheet, owner }: Child,
  { row, value }: Entry,
  { raw, places, faults }: ReadTables,
): { list: string; index: number; json: Json } | null {
  const list = owner.list === 'list' ? value['list'] : owner.list;
  const id = value[owner.id];
  if (list === undefined || id === undefined) {
    const field = list === undefined ? 'list' : owner.id;
    const place = places.cell(sheet, row, field);
    // A missing column is told once for the sheet.
    if (place.at !== null) faults.push(finding('missing', place));
    return null;
  }
  const entries = raw[String(list)];
  if (!Array.isArray(entries)) {
    const place = places.cell(sheet, row, 'list');
    faults.push({ ...finding('value', place, { value: String(list), allowed: '' }), words: 'former' });
    return null;
  }
  const index = (entries as Json[]).findIndex((entry) => entry['id'] === id);
  const json = (entries as Json[])[index];
  if (json) return { list: String(list), index, json };
  const details = { value: String(id), list: String(list) };
  faults.push(finding('unknownId', places.cell(sheet, row, owner.id), details));
  return null;
}
