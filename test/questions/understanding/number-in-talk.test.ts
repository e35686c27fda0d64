import type { Question } from '../../../src/questions/question.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment } from '../../builders.js';
import { aCity, aContext, reader } from './city.js';

const list = (filters: Extract<Question, { intent: 'list' }>['filters'], limit: number | null = null): Question => ({
  intent: 'list',
  filters,
  order: limit === null ? null : { by: 'investment', direction: 'desc' },
  limit,
  page: 0,
});
const led = (departments: string[], division: string | null = null) => ({
  organisations: [{ departments, division, relation: 'leads' as const }],
});

describe('a number alone', () => {
  const read = reader();
  const context = aContext(list(led(['50'])), { named: ['wohngeld', 'ki-telefon'] });

  test.each(['Und 51?', 'sorry, I meant 51', 'nein, 51', 'ich meinte die 51', 'what about 51', '51!', 'doch 51'])(
    '%s is the other office where offices are talked of',
    (text) => {
      expect(read(text, { context }).question).toEqual(list(led(['51'])));
    },
  );

  test('keeps what else was asked', () => {
    const few = aContext(list({ ...led(['50']), registers: ['running'] }, 3), { named: ['wohngeld', 'ki-telefon'] });
    expect(read('und 51?', { context: few }).question).toEqual(list({ ...led(['51']), registers: ['running'] }, 3));
    const claims = { organisations: [{ departments: ['50'], division: null, relation: 'affects' as const }] };
    const verified = aContext({ intent: 'verify', project: 'kita', claims, field: null }, { named: ['kita'] });
    expect(read('und 51?', { context: verified }).question).toMatchObject({
      intent: 'verify',
      project: 'kita',
      claims: { organisations: [{ departments: ['51'], relation: 'affects' }] },
    });
  });

  test('answers where somebody works', () => {
    const own = { organisations: [{ departments: [], division: null, relation: 'leads' as const }] };
    const asked = aContext({
      intent: 'clarify',
      about: 'own-department',
      options: [],
      words: null,
      pending: list(own),
    });
    expect(read('51', { context: asked }).question).toEqual(list(led(['51'])));
  });

  test('is no office where something else is counted or talked of', () => {
    const costly = { thresholds: [{ measure: 'fte' as const, over: 50, under: null, inclusive: false }] };
    for (const filters of [{ ...led(['50']), ...costly }, { topic: ['KI'] }])
      expect(read('und 51?', { context: aContext(list(filters)) }).question).not.toMatchObject({
        filters: led(['51']),
      });
    expect(read('nur die ersten 12', { context }).question).not.toMatchObject({ filters: led(['12']) });
    expect(read('Und 51?').question).not.toMatchObject({ filters: led(['51']) });
  });
});

describe('where offices are counted with dots and divisions by letters', () => {
  const dotted = (id: string, division: string) =>
    aDepartment({ id, shortName: `Ref. ${id}`, name: { de: `Aufgabe ${id}` }, division });
  const group = (id: string) => ({ id, name: { de: `Dezernat ${id}` }, aliases: [], formerNames: [] });
  const read = reader(
    createUnderstanding(
      aCity({ divisions: [group('A'), group('B')], departments: [dotted('3.4', 'A'), dotted('3.5', 'B')] }),
    ),
  );
  const context = aContext(list(led(['3.4'])), { named: ['kita'] });

  test('the other one, no day', () => {
    expect(read('Und 3.5?', { context }).question).toEqual(list(led(['3.5'])));
    expect(read('Zeig die laufenden Projekte von 3.5').question).toMatchObject({
      filters: { registers: ['running'], ...led(['3.5']) },
    });
  });
  test('a day is said to be one', () => {
    expect(read('Und bis 3.5.?', { context }).question).toMatchObject({ filters: led(['3.4']) });
  });
  test('divisions by letter', () => {
    const divided = aContext(list(led(['3.4'], 'A')), { named: ['kita'] });
    expect(read('und B?', { context: divided }).question).toEqual(list(led(['3.5'], 'B')));
  });
});
