import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { Failure } from '../failure.js';
import { unreadable } from '../input.js';
import { readCsvFile } from './csv.js';
import { COMPOUND, startsWith, ZIP } from './recognise.js';
import type { Table } from './table.js';
import { readWorkbook } from './workbook.js';

/** Unpacked, in bytes; a programme has a few hundred kilobytes. */
const BIGGEST = 200 * 1024 * 1024;

/** The tables of an Excel workbook, a folder with CSV files or a zip of them; null for any other file. Fails in plain words. */
export async function openTables(file: string): Promise<Table[] | null> {
  const at = await stat(file).catch((error: unknown) => fail(unreadable(file, error), error));
  if (at.isDirectory()) return folderTables(file);
  if (/\.csv$/i.test(file)) fail(`${file} is one table of several. Name the folder that holds them, or a zip of it.`);
  const bytes = await readFile(file).catch((error: unknown) => fail(unreadable(file, error), error));
  if (startsWith(bytes, COMPOUND)) {
    fail(`${file} is in Excel's old format or has a password. Save it as .xlsx without a password and try again.`);
  }
  return startsWith(bytes, ZIP) ? zippedTables(file, bytes) : null;
}

async function folderTables(folder: string): Promise<Table[]> {
  const names = (await readdir(folder)).filter(isCsv).sort();
  if (names.length === 0) fail(`There is no .csv file in the folder ${folder}.`);
  return Promise.all(names.map(async (name) => readCsvFile(baseOf(name), await readFile(path.join(folder, name)))));
}

async function zippedTables(file: string, bytes: Uint8Array): Promise<Table[]> {
  const content = unzipped(file, bytes);
  const names = Object.keys(content);
  if (names.includes('xl/workbook.xml') || names.includes('[Content_Types].xml')) {
    return readWorkbook(bytes).catch((error: unknown) =>
      fail(
        `${file} cannot be read as an Excel workbook (${messageOf(error)}). Open it in Excel and save it anew.`,
        error,
      ),
    );
  }
  if (names.includes('mimetype') && names.includes('content.xml'))
    fail(`${file} is OpenDocument. Save it as .xlsx and try again.`);
  const tables = names.filter(isCsv).sort();
  if (tables.length === 0) fail(`${file} is neither an Excel workbook (.xlsx) nor a zip of .csv files.`);
  return tables.map((name) => readCsvFile(baseOf(name), content[name] ?? new Uint8Array()));
}

function unzipped(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > BIGGEST) fail(`${file} is too big for a programme.`);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Failure) throw error;
    return fail(`${file} is damaged (${messageOf(error)}).`, error);
  }
}

function isCsv(name: string): boolean {
  return /\.csv$/i.test(name) && !name.startsWith('__MACOSX/') && !path.basename(name).startsWith('.');
}

function baseOf(name: string): string {
  return path.basename(name).replace(/\.csv$/i, '');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function fail(message: string, cause?: unknown): never {
  throw new Failure(message, { cause });
}
