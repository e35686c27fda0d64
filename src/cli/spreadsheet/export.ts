import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeProgrammeFile } from '../../programme/file/write.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { Failure } from '../failure.js';
import { writeCsvFile } from './csv.js';
import { reference } from './place.js';
import type { WrittenTable } from './table.js';
import { LONGEST_CELL, writeWorkbook } from './workbook.js';
import { explanations, writeTables } from './write-tables.js';

/** The programme's tables and their explanation in `lang`; without a programme the empty template. */
export function tablesOf(portfolio: Portfolio | null, lang: Lang): WrittenTable[] {
  const file = portfolio ? (JSON.parse(writeProgrammeFile(portfolio)) as Record<string, unknown>) : {};
  return [explanations(lang), ...writeTables(file, lang)];
}

/** Writes an Excel workbook. Fails in plain words where a text is too long for a cell or the file cannot be written. */
export async function writeXlsxFile(file: string, tables: readonly WrittenTable[]): Promise<void> {
  for (const { name, rows } of tables) {
    rows.forEach((row, y) =>
      row.forEach((cell, x) => {
        if (typeof cell !== 'string' || cell.length <= LONGEST_CELL) return;
        const where = reference({ sheet: name, row: y + 1, column: null, at: x });
        throw new Failure(`${where} is too long for a cell of Excel. Use --csv instead.`);
      }),
    );
  }
  await written(file, await writeWorkbook(tables));
}

/** Writes a CSV file per table into a folder, which is made where there is none. */
export async function writeCsvFolder(folder: string, tables: readonly WrittenTable[]): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Failure(`The folder ${folder} cannot be made.`, { cause: error });
  });
  for (const table of tables) await written(path.join(folder, `${fileName(table.name)}.csv`), writeCsvFile(table));
}

/** Without umlauts and spaces, which do not survive every zip program. */
export function fileName(sheet: string): string {
  const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
  const lower = sheet.toLowerCase().replace(/[äöüß]/g, (letter) => umlauts[letter] ?? letter);
  return lower.replace(/[^a-z0-9]+/g, '-');
}

async function written(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(file, content).catch((error: unknown) => {
    throw new Failure(`${file} cannot be written. Check the folder and its permissions.`, { cause: error });
  });
}
