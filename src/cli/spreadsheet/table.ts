import type { Lang } from '../../programme/text.js';
import type { Cell } from './cell.js';
import type { Heading } from './names.js';

/** A table as it stands in a file: all its rows, the one with the headings and empty ones included. */
export interface Table {
  /** As the sheet or file is called. */
  name: string;
  rows: readonly (readonly Cell[])[];
}

/** A table that Lotse writes. */
export interface WrittenTable extends Table {
  /** What the columns are; null for explanations. */
  headings: readonly Heading[] | null;
  lang: Lang;
}

/** The name of a column, from 0: A, B, …, Z, AA. */
export function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
