import { z } from 'zod/v4';
import { CHILDREN, SHEETS } from '../../../src/cli/spreadsheet/layout.js';
import {
  columnHelp,
  columnName,
  fold,
  headingNamed,
  sheetName,
  sheetNamed,
} from '../../../src/cli/spreadsheet/names.js';
import { codeFor } from '../../../src/cli/spreadsheet/words.js';
import { tablesOf } from '../../../src/cli/spreadsheet/export.js';
import { parseProgrammeFile } from '../../../src/programme/file/parse.js';
import { fileSchema } from '../../../src/programme/file/schema.js';
import { LANGUAGES } from '../../../src/programme/text.js';
import { everything, portfolioOf } from './programmes.js';

interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
}
const schema = z.toJSONSchema(fileSchema(z.strictObject, 'de'), { io: 'input', unrepresentable: 'any' }) as Schema;
/** What a file says by other means than a field of the table: the format, and what another field says as well. */
const SAID_OTHERWISE = ['format', 'language', 'departments.successor'];

/** Every field of a programme file that is no object of its own: `projects.lead.person`. */
function fields(node: Schema, path: string[] = []): string[] {
  const inner = [node, ...(node.anyOf ?? []), ...(node.anyOf ?? []).flatMap(({ items }) => items ?? [])];
  const objects = [...inner, ...inner.flatMap(({ items }) => (items ? [items, ...(items.anyOf ?? [])] : []))];
  const properties = objects.flatMap((one) => Object.entries(one.properties ?? {}));
  if (properties.length === 0) return [path.join('.')];
  return [...new Set(properties.flatMap(([name, each]) => fields(each, [...path, name])))];
}

it('has a column for every field of a programme file', () => {
  const columns = SHEETS.flatMap(({ name, columns: of }) => {
    const child = CHILDREN.find(({ sheet }) => sheet === name);
    const lists = child?.owner.list === 'list' ? ['divisions', 'departments'] : [child?.owner.list ?? name];
    return lists.flatMap((list) =>
      of
        .filter(({ field }) => !child || ![child.owner.id, 'list'].includes(field))
        .map(({ field }) => (name === 'programme' ? field : [list, child?.into, field].filter(Boolean).join('.'))),
    );
  });
  const all = fields(schema).filter((field) => !SAID_OTHERWISE.includes(field));
  expect(all.length).toBeGreaterThan(80);
  expect([...columns].sort()).toEqual([...all].sort());
});

it('is tried with every column in the test that reads back what was written', () => {
  const tables = tablesOf(portfolioOf(parseProgrammeFile(JSON.stringify(everything()))), 'de');
  const empty = tables.flatMap(({ name, headings, rows }) =>
    (headings ?? [])
      .filter((_, at) => rows.slice(1).every((row) => row[at] === null))
      .map(({ column, lang }) => [name, column.field, lang].join(' ')),
  );
  expect(empty).toEqual([]);
});

describe.each(SHEETS.map(({ name, columns }) => [name, columns] as const))('the sheet %s', (sheet, columns) => {
  it('is known by its name in both languages', () => {
    for (const lang of LANGUAGES) expect(sheetNamed(sheetName(sheet, lang))).toBe(sheet);
  });
  it('has columns that are told apart and explained in both languages', () => {
    for (const lang of LANGUAGES) {
      const names = columns.map((column) => fold(columnName(sheet, column, lang)));
      expect(new Set(names).size).toBe(names.length);
      for (const column of columns) {
        expect(headingNamed(sheet, columnName(sheet, column, lang), 'de')?.column).toBe(column);
        expect(columnHelp(sheet, column, lang)).toMatch(/\S[.]$/);
      }
    }
  });
});

it.each([
  ['Titel (EN) *', 'title', 'en'],
  [' titel ', 'title', 'de'],
  ['TITLE [en]', 'title', 'en'],
  ['Federfuehrendes Amt', 'lead.department', null],
  ['lead.department', 'lead.department', null],
  ['Laufende Kosten je Jahr (Euro)', 'resources.runningPerYear', null],
])('takes the heading %j for %s %s', (text, field, lang) => {
  expect(headingNamed('projects', text, 'de')).toMatchObject({ column: { field }, lang });
});

it.each([
  ['register', 'Laufend', 'running'],
  ['register', 'upcoming', 'upcoming'],
  ['flag', 'X', 'true'],
  ['flag', 'Nein', 'false'],
  ['health', 'GRÜN', 'green'],
  ['funding', 'Not needed', 'not-needed'],
  ['register', 'irgendwann', undefined],
] as const)('of %s the word %s means %s', (words, text, code) => {
  expect(codeFor(words, text)).toBe(code);
});
