import { dayOf, instantOf, numberOf, textOf, weekOf } from '../../../src/cli/spreadsheet/cell.js';
import { joinList, splitList } from '../../../src/cli/spreadsheet/lists.js';
import fc from 'fast-check';

it.each([
  [new Date('2026-12-31T00:00:00Z'), '2026-12-31'],
  ['31.12.2026', '2026-12-31'],
  [' 1.2.2026 ', '2026-02-01'],
  ['31.12.26', '2026-12-31'],
  ['31. Dezember 2026', '2026-12-31'],
  ['31 December 2026', '2026-12-31'],
  ['1/2/2026', '1/2/2026'],
  ['2026-12-31', '2026-12-31'],
  ['31.12.2026 00:00', '2026-12-31'],
  [46_387, '2026-12-31'],
  ['31.2.2026', '31.2.2026'],
  ['bald', 'bald'],
  [2026, '2026'],
])('takes %s for the day %s', (cell, day) => expect(dayOf(cell)).toBe(day));

it.each([
  ['2026-05-14T10:00:00+02:00', '2026-05-14T10:00:00+02:00'],
  ['2026-05-14T08:00:00.123Z', '2026-05-14T08:00:00.123Z'],
  ['14.05.2026 10:00', '2026-05-14T10:00:00'],
  ['14.5.2026, 9:05 Uhr', '2026-05-14T09:05:00'],
  [new Date('2026-05-14T10:00:00Z'), '2026-05-14T10:00:00'],
  ['gestern', 'gestern'],
])('takes %s for the instant %s', (cell, instant) => expect(instantOf(cell)).toBe(instant));

it.each([
  ['2026-W05', '2026-W05'],
  ['2026-W5', '2026-W05'],
  ['KW 5/2026', '2026-W05'],
  ['21/2026', '2026-W21'],
  ['2026 KW 21', '2026-W21'],
  ['neulich', 'neulich'],
])('takes %s for the week %s', (cell, week) => expect(weekOf(cell)).toBe(week));

it.each([
  [1234.5, 'de', 1234.5],
  ['1.234,50', 'de', 1234.5],
  ['54.000 €', 'de', 54_000],
  ['1.234.567', 'de', 1_234_567],
  ['54 000', 'de', 54_000],
  ['0,5', 'de', 0.5],
  ['0.5', 'de', 0.5],
  ['1,234', 'de', 1.234],
  ['1,234', 'en', 1234],
  ['1.234', 'en', 1.234],
  ['1,234.50', 'de', 1234.5],
  ['€ 12', 'en', 12],
  ['40 %', 'de', 40],
  ['-3', 'de', -3],
  ['viel', 'de', 'viel'],
  ['1,2,3', 'de', '1,2,3'],
  ['', 'de', ''],
] as const)('takes %j in %s for the number %s', (cell, lang, number) => expect(numberOf(cell, lang)).toBe(number));

it.each([
  [' a\u00a0', 'a'],
  [51, '51'],
  [true, 'true'],
  [null, ''],
  [new Date('2014-01-01T00:00:00Z'), '2014-01-01'],
])('takes %j for the text %j', (cell, text) => expect(textOf(cell)).toBe(text));

describe('a list in a cell', () => {
  it.each([
    ['a; b;c', ['a', 'b', 'c']],
    ['a\nb\r\nc', ['a', 'b', 'c']],
    ['a\\; b; c', ['a; b', 'c']],
    ['C:\\Daten; x', ['C:\\Daten', 'x']],
  ])('%j has its entries', (cell, entries) => expect(splitList(cell)).toEqual(entries));

  it('gives back any entries, with any of its separators', () => {
    const entry = fc.string({
      unit: fc.constantFrom('a', ' ', ';', '\\', 'n', '\n', '"', 'ß'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1 }),
        fc.constantFrom('; ' as const, '\n' as const),
        (entries, separator) => {
          expect(splitList(joinList(entries, separator))).toEqual(entries.map((one) => one.trim()));
        },
      ),
    );
  });
});
