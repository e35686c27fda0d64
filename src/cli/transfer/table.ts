import type { Counts } from './format.js';

/** Both counts of each kind side by side, for operators. */
export function countTable(columns: readonly [title: string, counts: Counts][]): string {
  const kinds = [...new Set(columns.flatMap(([, counts]) => Object.keys(counts)))].sort();
  const rows = kinds.map((kind) => [kind, ...columns.map(([, counts]) => String(counts[kind] ?? 0))]);
  const table = [['kind', ...columns.map(([title]) => title)], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table.map((row) => row.map((cell, column) => pad(cell, column, widths[column] ?? 0)).join('  ')).join('\n');
}

function pad(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
