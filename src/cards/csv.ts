import { stringify } from 'csv-stringify/sync';

/** A table as CSV (RFC 4180). What people typed does not become a formula of whoever opens it. */
export function csvTable(rows: readonly (readonly string[])[], separator = ';'): string {
  return stringify([...rows], { delimiter: separator, record_delimiter: 'windows', escape_formulas: true });
}
