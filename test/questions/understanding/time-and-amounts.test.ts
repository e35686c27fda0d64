import { reader } from './city.js';
import { amountAt, readNumber } from '../../../src/questions/understanding/amounts.js';
import { findPeriods } from '../../../src/questions/understanding/periods.js';
import { tokenise } from '../../../src/questions/understanding/tokens.js';

const TODAY = '2026-05-18';

describe('periods', () => {
  test.each([
    ['im Herbst 26', '2026-09-01', '2026-11-30'],
    ['vor Weihnachten', null, '2026-12-23'],
    ['bis Ostern', null, '2027-03-29'],
    ['nach Pfingsten 2028', '2028-06-06', null],
    ['before Easter 2029', null, '2029-03-29'],
    ['nächstes Silvester', '2026-12-31', '2026-12-31'],
    ['diese oder nächste Woche', '2026-05-18', '2026-05-31'],
    ['this month or next', '2026-05-01', '2026-06-30'],
    ['im September oder im Oktober', '2026-09-01', '2026-10-31'],
    ['in 2027 or 2028', '2027-01-01', '2028-12-31'],
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
    ['bis 15.3.', null, '2027-03-15'],
    ['before June 15', null, '2026-06-14'],
    ['before the end of May', null, '2026-05-31'],
    ['noch vor Ende des Jahres', null, '2026-12-31'],
    ['vor Ende Juni', null, '2026-06-30'],
    ['before late June', null, '2026-06-20'],
    ['bis Jahresende', null, '2026-12-31'],
    ['bis zum Jahresende 2027', null, '2027-12-31'],
    ['vor Monatsende', null, '2026-05-31'],
    ['zum Quartalsende', '2026-06-01', '2026-06-30'],
    ['by year-end', null, '2026-12-31'],
    ['before the year ends', null, '2026-12-31'],
    ['am Wochenende', '2026-05-23', '2026-05-24'],
    ['on June 1', '2026-06-01', '2026-06-01'],
    ['Ende der Woche', '2026-05-22', '2026-05-24'],
    ['Anfang nächster Woche', '2026-05-25', '2026-05-26'],
    ['bis Ende der Woche', null, '2026-05-24'],
    ['since Monday', '2026-05-11', null],
    ['seit letztem Freitag', '2026-05-15', null],
    ['bis Freitag', null, '2026-05-22'],
    ['next Monday', '2026-05-25', '2026-05-25'],
    ['übernächsten Freitag', '2026-05-29', '2026-05-29'],
    ['vorletzten Montag', '2026-05-04', '2026-05-04'],
    ['diesen Mittwoch', '2026-05-20', '2026-05-20'],
    ['im Winter', '2026-12-01', '2027-02-28'],
    ['im letzten Quartal 2027', '2027-10-01', '2027-12-31'],
    ['übernächste Woche', '2026-06-01', '2026-06-07'],
    ['12/2026', '2026-12-01', '2026-12-31'],
    ['06.2027', '2027-06-01', '2027-06-30'],
    ['bis 31/12/2026', null, '2026-12-31'],
    ['on 12/31/2026', '2026-12-31', '2026-12-31'],
  ])('%s', (text, from, to) => {
    expect(findPeriods(tokenise(text), TODAY).map((period) => period.range)).toEqual([{ from, to }]);
  });
  test('a sentence about the past takes the month that was', () => {
    expect(findPeriods(tokenise('was wurde im März gestartet'), TODAY)[0]?.range.from).toBe('2026-03-01');
  });
  test.each([
    ['2027-01-04', 'in KW 52', '2026-12-21'],
    ['2026-12-29', 'in KW 2', '2027-01-11'],
    ['2027-01-01', 'in KW 53', '2026-12-28'],
    ['2026-02-10', 'was war in KW 50 rot', '2025-12-08'],
    ['2026-02-10', 'was wurde im vierten Quartal beendet', '2025-10-01'],
    ['2026-01-20', 'im Winter', '2025-12-01'],
    ['2026-04-20', 'wie lief es im Frühjahr', '2026-03-01'],
    ['2026-05-18', 'was hat sich im April geändert', '2026-04-01'],
    ['2026-05-18', 'was hat sich seit dem 30.4. geändert', '2026-04-30'],
    ['2026-12-31', 'nächsten Monat', '2027-01-01'],
    ['2026-12-31', 'Anfang nächsten Jahres', '2027-01-01'],
  ])('on %s %s begins on %s', (today, text, from) => {
    expect(findPeriods(tokenise(text), today)[0]?.range.from).toBe(from);
  });
  test.each([
    'mehr als 2026 €',
    'you may ask',
    'Amt 17',
    '31.13.2026',
    'am 99. Mai',
    'in KW 60',
    'more than 1.5 million',
    'mehr als 2.5 Stellen',
  ])('%s names no time', (text) => {
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

describe('amounts of a sentence', () => {
  const read = reader();
  test.each([
    [
      'Which projects cost more than 1.5 million?',
      { measure: 'investment', over: 1_500_000, under: null, inclusive: false },
    ],
    ['Which projects cost more than €1.5m?', { measure: 'investment', over: 1_500_000, under: null, inclusive: false }],
    [
      'Welche Projekte kosten mehr als 1,5Mio?',
      { measure: 'investment', over: 1_500_000, under: null, inclusive: false },
    ],
    ['Which projects need more than 2.5 FTE?', { measure: 'fte', over: 2.5, under: null, inclusive: false }],
    ['Welche Projekte brauchen mehr als 1.5 VZÄ?', { measure: 'fte', over: 1.5, under: null, inclusive: false }],
    [
      'Welche Projekte kosten zwischen 100 und 200 Tsd. Euro?',
      { measure: 'investment', over: 100_000, under: 200_000, inclusive: true },
    ],
    [
      'Welche Projekte kosten 500.000 bis 2 Mio Euro?',
      { measure: 'investment', over: 500_000, under: 2_000_000, inclusive: true },
    ],
    [
      'Welche Projekte dauern zwischen 6 und 12 Monaten?',
      { measure: 'duration', over: 180, under: 360, inclusive: true },
    ],
    [
      'Which projects cost between 2 and 5 million euros?',
      { measure: 'investment', over: 2_000_000, under: 5_000_000, inclusive: true },
    ],
    [
      'Welche Projekte kosten mehr als 500 T€?',
      { measure: 'investment', over: 500_000, under: null, inclusive: false },
    ],
    ['Welche Projekte dauern weniger als ein Jahr?', { measure: 'duration', over: null, under: 365, inclusive: false }],
    [
      'Welche Projekte kosten mehr als anderthalb Millionen?',
      { measure: 'investment', over: 1_500_000, under: null, inclusive: false },
    ],
  ])('%s', (text, threshold) => {
    expect(read(text).question).toMatchObject({ intent: 'list', filters: { thresholds: [threshold] } });
    expect(Object.keys((read(text).question as { filters: object }).filters)).toEqual(['thresholds']);
  });
});

test.each([
  ['Was startet im Juli oder August?', { start: { from: '2026-07-01', to: '2026-08-31' } }],
  ['Was endet im März?', { end: { from: '2027-03-01', to: '2027-03-31' } }],
  ['What was started in March?', { start: { from: '2026-03-01', to: '2026-03-31' } }],
])('%s', (text, filters) => {
  expect(reader()(text).question).toMatchObject({ filters });
});
