import { reader } from './city.js';

const read = reader();

describe('posts that projects need', () => {
  test.each([
    ['Welche Projekte brauchen mehr als eine Vollzeitstelle?', { over: 1, under: null, inclusive: false }],
    ['welche vorhaben brauchen mehr als eine halbe stelle', { over: 0.5, under: null, inclusive: false }],
    ['Welche Projekte binden mindestens anderthalb VZÄ?', { over: 1.5, under: null, inclusive: true }],
    ['Projekte mit weniger als zwei ganzen Stellen', { over: null, under: 2, inclusive: false }],
    ['Welche Projekte brauchen keine halbe Stelle?', { over: null, under: 0.5, inclusive: false }],
    ['Welche Projekte benötigen zwischen einer und zwei Vollzeitstellen?', { over: 1, under: 2, inclusive: true }],
    ['Which projects need two full-time posts?', { over: 2, under: 2, inclusive: true }],
    ['which projects take more than half a post', { over: 0.5, under: null, inclusive: false }],
    ['Which projects need at least one and a half FTEs?', { over: 1.5, under: null, inclusive: true }],
    ['which projects need more than two people', { over: 2, under: null, inclusive: false }],
  ])('%s', (text, bound) => {
    const { question, unknownWords } = read(text);
    expect(question).toMatchObject({ intent: 'list', filters: { thresholds: [{ measure: 'fte', ...bound }] } });
    expect(unknownWords).toEqual([]);
  });

  test('offices are no posts', () => {
    expect(read('Welche zwei Stellen sind beim Kita-Navigator dabei?').question).not.toMatchObject({
      filters: { thresholds: [{ measure: 'fte' }] },
    });
  });
});

test.each([
  ['Welche Projekte kosten mehr als eine halbe Million?', 500_000],
  ['which projects cost more than half a million', 500_000],
  ['which projects cost more than a hundred thousand euros', 100_000],
  ['which projects cost more than fifty thousand euros', 50_000],
])('%s: numbers in words', (text, over) => {
  expect(read(text).question).toMatchObject({ filters: { thresholds: [{ measure: 'investment', over }] } });
});
