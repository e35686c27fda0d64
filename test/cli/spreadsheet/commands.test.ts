import { jest } from '@jest/globals';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import fs from 'node:fs';
import { rawFile, rawReport } from '../../programme/file/files.js';
import { Workplace } from '../run.js';

jest.setTimeout(240_000);
let at: Workplace;
beforeEach(() => void (at = new Workplace()));
afterEach(() => at.remove());

it('writes the programme as a workbook and as CSV files, and finds nothing to change in either', async () => {
  at.write('one.json', rawFile({ reports: [rawReport()] }));
  await at.run(['import', 'one.json']);
  const { code, err } = await at.run(['export', '--xlsx', 'p.xlsx', '--csv', 'csv', '--lang', 'en']);
  expect({ code, err }).toEqual({ code: 0, err: 'Written to p.xlsx.\nWritten to csv.\n' });
  expect(fs.readdirSync(at.path('csv'))).toContain('former-names.csv');
  for (const file of ['p.xlsx', 'csv']) {
    expect(await at.run(['import', file])).toEqual({ code: 0, out: 'Nothing to change.\n', err: '' });
  }
});

it('shows what an edited CSV would change, changes nothing, then imports it', async () => {
  at.write('one.json', rawFile());
  await at.run(['import', 'one.json']);
  await at.run(['export', '--csv', 'csv']);
  // As Excel on a German Windows saves "CSV (Trennzeichen-getrennt)".
  const edited = at
    .read('csv/projekte.csv')
    .replace(/^\uFEFF/, '')
    .replace('Anträge online', 'Anträge für alle');
  fs.writeFileSync(at.path('csv/projekte.csv'), Buffer.from(edited, 'latin1'));
  const dry = await at.run(['import', 'csv', '--dry-run']);
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toContain('title (de): "Anträge online" → "Anträge für alle"');
  expect(dry.out).toContain('This was a dry run: nothing was written.');
  const { out } = await at.run(['import', 'csv']);
  expect(out).toContain('Imported as revision 2.');
});

it('gives an empty template where nothing was imported, which says what is missing when it comes back', async () => {
  const { code, err } = await at.run(['export', '--xlsx', 'vorlage.xlsx']);
  expect({ code, err }).toEqual({
    code: 0,
    err: 'This is an empty template. The sheet that explains it is the first one.\nWritten to vorlage.xlsx.\n',
  });
  const back = await at.run(['import', 'vorlage.xlsx']);
  expect(back).toMatchObject({ code: 1, out: '' });
  expect(back.err).toContain('vorlage.xlsx: one fault. Nothing was changed.\n  Programm\n      Blatt „Programm“: ');
  expect(fs.existsSync(at.path('data'))).toBe(false);
});

it('refuses a workbook with faults whole', async () => {
  at.write('one.json', rawFile());
  await at.run(['import', 'one.json']);
  await at.run(['export', '--csv', 'csv', '--lang', 'en']);
  const broken = at.read('csv/projects.csv').replace('running', 'never').replace('FB-10', 'FB-99');
  fs.writeFileSync(at.path('csv/projects.csv'), broken);
  const { code, err } = await at.run(['import', 'csv']);
  expect(code).toBe(1);
  expect(err).toContain('csv: 2 faults. Nothing was changed.');
  expect(err).toMatch(/^ {2}projects!\w2 \(antrag\)\n {6}Zeile 2, Spalte „Register“: /m);
  expect((await at.run(['import', 'one.json'])).out).toBe('Nothing to change.\n');
});

it('takes forty per cent as Excel keeps them', async () => {
  at.write('one.json', rawFile({ reports: [rawReport({ progress: 40 })] }));
  await at.run(['import', 'one.json']);
  const head = ['Projekt', 'Woche', 'Von', 'Abgegeben am', 'Status', 'Fortschritt (%)'];
  const row = ['antrag', '2026-W21', 'p2', new Date('2026-05-20T10:00:00Z'), 'gelb', 0.4];
  const reports = {
    name: 'Statusberichte',
    rows: [head, row],
    cells: new Map([['1,5', { value: 0.4, style: { numFmt: '0%' } }]]),
  };
  await at.run(['export', '--csv', 'csv']);
  fs.rmSync(at.path('csv/statusberichte.csv'));
  const zipped = fs.readdirSync(at.path('csv')).map((name) => [name, fs.readFileSync(at.path(`csv/${name}`))]);
  const others = await asSheets(zipped as [string, Buffer][]);
  fs.writeFileSync(at.path('p.xlsx'), await writeXlsx({ sheets: [...others, reports] }));
  expect((await at.run(['import', 'p.xlsx'])).out).toContain('1 new report');
  const exported = JSON.parse((await at.run(['export'])).out) as {
    reports: { week: string; progress: number; health: string }[];
  };
  expect(exported.reports.find(({ week }) => week === '2026-W21')).toMatchObject({ progress: 40, health: 'amber' });
});

async function asSheets(files: [string, Buffer][]) {
  const { readCsvFile } = await import('../../../src/cli/spreadsheet/csv.js');
  return files.map(([name, bytes]) => {
    const { rows } = readCsvFile(name.replace('.csv', ''), bytes);
    return { name: name.replace('.csv', ''), rows: rows.map((row) => [...row]) };
  });
}

it.each([
  ['a single CSV file', 'x.csv', 'a;b', 'Name the folder that holds them'],
  ['an old workbook', 'x.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), "Excel's old format or has a password"],
  ['a damaged workbook', 'x.xlsx', Buffer.from('504b030400000000', 'hex'), 'x.xlsx is damaged'],
  [
    'a zip of something else',
    'x.zip',
    zipSync({ 'a.txt': Buffer.from('a') }),
    'neither an Excel workbook (.xlsx) nor a zip of .csv files',
  ],
  [
    'a workbook that is none',
    'x.xlsx',
    zipSync({ 'xl/workbook.xml': Buffer.from('<a') }),
    'cannot be read as an Excel workbook',
  ],
])('fails in plain words with %s', async (_what, name, content, words) => {
  fs.writeFileSync(at.path(name), content);
  const { code, err } = await at.run(['import', name]);
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toMatch(/\n\s+at /);
});

it.each([
  [['export', '--template'], '--template needs --xlsx <file> or --csv <folder>.'],
  [['export', 'a.json', '--xlsx', 'a.xlsx'], 'Write one thing at a time'],
])('says what does not go together in %j', async (args, words) => {
  const { code, err } = await at.run(args);
  expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(words) });
});
