import { reader } from './city.js';

const read = reader();

test.each([
  ['Welche laufenden Vorhaben sind nach Weihnachten 2026 noch nicht fertig?', '2026-12-27'],
  ['Welche laufenden Projekte sind Ende 2026 noch nicht abgeschlossen?', '2027-01-01'],
  ['welche laufenden sind nicht fertig bis ostern 2027', '2027-03-30'],
  ["Which running projects won't be finished by the end of the year?", '2027-01-01'],
  ['Which running projects are still not finished after Christmas 2026?', '2026-12-27'],
  ['which running ones are not done by June 2027', '2027-07-01'],
])('%s: they end later, and run', (text, from) => {
  expect(read(text).question).toEqual({
    intent: 'list',
    filters: { registers: ['running'], end: { from, to: null } },
    order: null,
    limit: null,
    page: 0,
  });
});

test('what is not finished at a time need not run', () => {
  expect(read('Welche Vorhaben sind vor 2027 nicht fertig?').question).toMatchObject({
    filters: { end: { from: '2027-01-01', to: null } },
  });
});
