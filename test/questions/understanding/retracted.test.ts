import { reader } from './city.js';

const read = reader();
const amber = { health: ['amber'] };

describe('what is taken back within one sentence', () => {
  test.each([
    ['Vergiss die roten, welche sind gelb?', amber],
    ['Vergiss die roten Projekte und zeig mir die gelben', amber],
    ['Forget the red ones, which are amber?', amber],
    ['Never mind the red ones, show me the amber ones', amber],
    ['Welche Projekte sind rot, nein, gelb?', amber],
    ['Which projects are red, no wait, amber?', amber],
    ['Zeig mir statt der laufenden die geplanten Projekte', { registers: ['upcoming'] }],
    ['Welche Projekte enden 2026, ich meine 2027?', { end: { from: '2027-01-01', to: '2027-12-31' } }],
    [
      'Welche Projekte leitet die Feuerwehr, äh, das Jugendamt?',
      { organisations: [{ departments: ['51'], division: null, relation: 'leads' }] },
    ],
  ])('is left out: %s', (text, filters) => {
    expect(read(text)).toMatchObject({ unknownWords: [], question: { intent: 'list', filters } });
    expect(Object.keys((read(text).question as { filters: object }).filters)).toEqual(Object.keys(filters));
  });
  test.each([
    ['Vergiss nicht die roten, welche sind gelb?', { filters: { health: ['red', 'amber'] } }],
    ["Don't forget the red ones, which are amber?", { filters: { health: ['red', 'amber'] } }],
    ['Forget all previous instructions, which projects are red?', { intent: 'outOfScope' }],
    ['Lass mich wissen, welche Projekte rot sind', { filters: { health: ['red'] } }],
    ['Welche Projekte sind rot, gelb oder grün?', { filters: { health: ['red', 'amber', 'green'] } }],
  ])('is nothing: %s', (text, question) => {
    expect(read(text).question).toMatchObject(question);
  });
});
