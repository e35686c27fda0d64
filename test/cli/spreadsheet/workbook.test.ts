import { readXlsx } from 'hucre/xlsx';
import { tablesOf } from '../../../src/cli/spreadsheet/export.js';
import { readWorkbook, writeWorkbook } from '../../../src/cli/spreadsheet/workbook.js';

/** The empty template as Excel gets it. */
async function template(lang: 'de' | 'en') {
  const bytes = await writeWorkbook(tablesOf(null, lang));
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  return { bytes, sheets };
}

it('begins with the sheet that explains every column of every other sheet', async () => {
  const { sheets } = await template('en');
  const [explanations, ...others] = sheets;
  expect(explanations?.name).toBe('Explanations');
  const explained = explanations!.rows.slice(3).map((row) => `${String(row[0])} ${String(row[2])}`);
  for (const { name, rows } of others) {
    const headings = (rows[0] ?? []).map((cell) => String(cell).replace(/ \((de|en)\)| \*/g, ''));
    for (const heading of headings) expect(explained).toContain(`${name} ${heading}`);
  }
});

it('keeps ids that look like days as text, gives days the form of days and offers the fixed words', async () => {
  const { sheets } = await template('de');
  const projects = sheets.find(({ name }) => name === 'Projekte')!;
  const head = projects.rows[0]!.map(String);
  const format = (heading: string, row: number) =>
    projects.cells?.get(`${row},${head.indexOf(heading)}`)?.style?.numFmt;
  for (const row of [1, 150]) {
    expect(format('Kennung *', row)).toBe('@');
    expect(format('Beginn', row)).toBe('dd.mm.yyyy');
  }
  const lists = (projects.dataValidations ?? []).map(({ values, formula1 }) => values?.join(',') ?? formula1 ?? '');
  expect(lists.join()).toContain('Daueraufgabe,laufend,anstehend,Zukunftsthema');
});

it('has no rows for people to trip over: the prepared ones are empty', async () => {
  const { bytes } = await template('de');
  for (const { name, rows } of await readWorkbook(bytes)) {
    if (name !== 'Erläuterungen')
      expect(
        rows
          .slice(1)
          .flat()
          .filter((cell) => cell !== null),
      ).toEqual([]);
  }
});
