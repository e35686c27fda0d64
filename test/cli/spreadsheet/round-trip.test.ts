import { zipSync } from 'fflate';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tablesOf, writeCsvFolder, writeXlsxFile } from '../../../src/cli/spreadsheet/export.js';
import { demoProgramme } from '../../../src/cli/demo/programme.js';
import { checkTables } from '../../../src/cli/spreadsheet/check.js';
import { findingLines } from '../../../src/cli/spreadsheet/finding-text.js';
import { openTables } from '../../../src/cli/spreadsheet/open.js';
import { parseProgrammeFile } from '../../../src/programme/file/parse.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Lang } from '../../../src/programme/text.js';
import { everything, portfolioOf } from './programmes.js';

let folder: string;
beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-sheet-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));

const fromFile = (file: string) => portfolioOf(parseProgrammeFile(fs.readFileSync(file, 'utf8')));
function withReports(): Portfolio {
  const text = fs.readFileSync('demo/programme-erlangen.json', 'utf8');
  const demo = demoProgramme(text, new Date('2026-05-20T15:00:00+02:00'));
  if (!demo.ok) throw new Error(JSON.stringify(demo.faults));
  return portfolioOf(parseProgrammeFile(demo.text));
}
const PROGRAMMES: [string, () => Portfolio][] = [
  ['the demo programme', () => fromFile('demo/programme-erlangen.json')],
  ['the demo with its weeks of reports', withReports],
  ...fs
    .readdirSync('test/eval')
    .filter((name) => name.endsWith('-programme.json'))
    .map((name): [string, () => Portfolio] => [name, () => fromFile(path.join('test/eval', name))]),
  ['one with every field and awkward texts', () => portfolioOf(parseProgrammeFile(JSON.stringify(everything())))],
];

async function reread(place: string) {
  const result = checkTables((await openTables(place)) ?? []);
  if (!result.ok) throw new Error(result.faults.map(findingLines).join('\n'));
  return result;
}
/** Reports as the programme file holds them, in the order of the file. */
const reportsOf = ({ programme, reports }: Portfolio) => programme.projects.flatMap(({ id }) => reports.get(id) ?? []);

describe.each(PROGRAMMES)('%s', (_what, make) => {
  it.each<Lang>(['de', 'en'])('is the same after a workbook and after CSV files in %s', async (lang) => {
    const portfolio = make();
    const expected = { programme: portfolio.programme, reports: reportsOf(portfolio) };
    const tables = tablesOf(portfolio, lang);

    const workbook = path.join(folder, 'programme.xlsx');
    await writeXlsxFile(workbook, tables);
    expect(await reread(workbook)).toEqual({ ok: true, ...expected, warnings: [] });

    const csv = path.join(folder, 'csv');
    await writeCsvFolder(csv, tables);
    expect(await reread(csv)).toEqual({ ok: true, ...expected, warnings: [] });

    const files = fs.readdirSync(csv).map((name) => [`sent/${name}`, fs.readFileSync(path.join(csv, name))]);
    const zip = path.join(folder, 'csv.zip');
    fs.writeFileSync(zip, zipSync(Object.fromEntries(files)));
    expect(await reread(zip)).toEqual({ ok: true, ...expected, warnings: [] });
  });
});
