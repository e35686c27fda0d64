import { faultText } from '../locales/fault.js';
import type { Fault } from '../programme/file/fault.js';
import { parseProgrammeFile } from '../programme/file/parse.js';
import type { Programme } from '../programme/programme.js';
import type { StatusReport } from '../programme/report.js';
import { LANGUAGES } from '../programme/text.js';
import { Failure } from './failure.js';
import { readTextFile } from './input.js';
import { looksLikeTables } from './spreadsheet/recognise.js';
import type { Table } from './spreadsheet/table.js';

/** What a file says, and what is doubtful in it, each with its place in German and English. */
export interface ReadFile {
  programme: Programme;
  reports: StatusReport[];
  warnings: string[];
}

/**
 * Reads a programme from a programme file, an Excel workbook, or CSV files in a folder or a zip; fails with every fault in
 * German and English.
 */
export async function readProgrammeFile(path: string): Promise<ReadFile> {
  if (!(await looksLikeTables(path))) return readJson(path);
  const { openTables } = await import('./spreadsheet/open.js');
  const tables = await openTables(path);
  return tables ? readTables(path, tables) : readJson(path);
}

async function readJson(path: string): Promise<ReadFile> {
  const result = parseProgrammeFile(await readTextFile(path));
  if (!result.ok) throw refusal(path, result.faults.map(faultLines), result.warnings.map(faultLines));
  return { ...result, warnings: result.warnings.map(faultLines) };
}

async function readTables(path: string, tables: readonly Table[]): Promise<ReadFile> {
  const { checkTables } = await import('./spreadsheet/check.js');
  const { findingLines } = await import('./spreadsheet/finding-text.js');
  const result = checkTables(tables);
  if (!result.ok) throw refusal(path, result.faults.map(findingLines));
  return { ...result, warnings: result.warnings.map(findingLines) };
}

function refusal(path: string, faults: readonly string[], warnings: readonly string[] = []): Failure {
  const head = `${path}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}. Nothing was changed.`;
  const also = warnings.length > 0 ? ['Please look at:', ...warnings] : [];
  return new Failure([head, ...faults, ...also].join('\n'));
}

/** One fault or warning with its place, in German and English. */
export function faultLines(fault: Fault): string {
  const where = [fault.line === null ? null : `line ${fault.line}`, fault.subject].filter((part) => part !== null);
  const head = `  ${fault.path}${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
  return [head, ...LANGUAGES.map((lang) => `      ${faultText(fault, lang)}`)].join('\n');
}
