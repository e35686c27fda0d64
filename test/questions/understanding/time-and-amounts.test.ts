import { amountAt, readNumber } from '../../../src/questions/understanding/amounts.js';
import { findPeriods } from '../../../src/questions/understanding/periods.js';
import { tokenise } from '../../../src/questions/understanding/tokens.js';

const TODAY = '2026-05-18';

describe('periods', () => {
  test.each([
    ['im Herbst 26', '2026-09-01', '2026-11-30'],
    ['zwischen Juli und September 2026', '2026-07-01', '2026-09-30'],
    ['von Juli bis September 2027', '2027-07-01', '2027-09-30'],
    ['in den nächsten drei Monaten', '2026-05-18', '2026-08-18'],
    ['within the next three months', '2026-05-18', '2026-08-18'],
    ['innerhalb von 6 Wochen', '2026-05-18', '2026-06-29'],
    ['dieses Jahr', '2026-01-01', '2026-12-31'],
    ['next year', '2027-01-01', '2027-12-31'],
    ['letzten Monat', '2026-04-01', '2026-04-30'],
    ['seit letzter Woche', '2026-05-11', null],
    ['Q3 2026', '2026-07-01', '2026-09-30'],
    ['im dritten Quartal', '2026-07-01', '2026-09-30'],
    ['im ersten Halbjahr 2027', '2027-01-01', '2027-06-30'],
    ['bis Ende 2026', null, '2026-12-31'],
    ['by the end of the year', null, '2026-12-31'],
    ['vor 2027', null, '2026-12-31'],
    ['nach dem 1.1.2028', '2028-01-02', null],
    ['ab Oktober', '2026-10-01', null],
    ['im März', '2027-03-01', '2027-03-31'],
    ['am 1. Oktober 2026', '2026-10-01', '2026-10-01'],
    ['on March 31, 2027', '2027-03-31', '2027-03-31'],
    ['2026-09-30', '2026-09-30', '2026-09-30'],
    ['über 2027 hinaus', '2028-01-01', null],
    ['Anfang Juli', '2026-07-01', '2026-07-10'],
    ['in KW 21', '2026-05-18', '2026-05-24'],
    ['Winter 2026/27', '2026-12-01', '2027-02-28'],
    ['vor drei Monaten', '2026-02-18', '2026-05-18'],
    ['heuer', '2026-01-01', '2026-12-31'],
    ['im Juni 2026', '2026-06-01', '2026-06-30'],
    ['2026 bis 2028', '2026-01-01', '2028-12-31'],
  ])('%s', (text, from, to) => {
    expect(findPeriods(tokenise(text), TODAY).map((period) => period.range)).toEqual([{ from, to }]);
  });
  test('a sentence about the past takes the month that was', () => {
    expect(findPeriods(tokenise('was wurde im März gestartet'), TODAY)[0]?.range.from).toBe('2026-03-01');
  });
  test.each(['mehr als 2026 €', 'you may ask', 'Amt 17', '31.13.2026', 'am 99. Mai'])('%s names no time', (text) => {
    expect(findPeriods(tokenise(text), TODAY)).toEqual([]);
  });
});

describe('amounts', () => {
  test.each([
    ['100.000 Euro', 100_000, 'money'],
    ['1,5 Mio €', 1_500_000, 'money'],
    ['2 million euros', 2_000_000, 'money'],
    ['250k', 250_000, null],
    ['50 Tsd. Euro', 50_000, 'money'],
    ['eine Million', 1_000_000, null],
    ['200 Personentage', 200, 'personnelDays'],
    ['1,5 VZÄ', 1.5, 'fte'],
    ['80 %', 80, 'progress'],
    ['3 Jahre', 1095, 'duration'],
  ])('%s', (text, value, unit) => {
    expect(amountAt(tokenise(text), 0)).toMatchObject({ value, unit });
  });
  test.each([
    ['1.850.000', 1_850_000],
    ['1,850,000', 1_850_000],
    ['1.234,5', 1234.5],
    ['0,5', 0.5],
    ['abc', undefined],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});
