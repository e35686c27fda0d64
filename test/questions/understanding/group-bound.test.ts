import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { questionSchema } from '../../../src/questions/question-schema.js';
import { aCity, aContext, reader } from './city.js';

const read = reader(createUnderstanding(aCity()));
const over = (value: number, inclusive = false): unknown => ({ over: value, under: null, inclusive });
const exactly = (value: number): unknown => ({ over: value, under: value, inclusive: true });

test.each([
  ['Welche Fachbereiche haben mehr als drei Projekte?', 'leadDepartment', over(3)],
  ['mehr als 3 Projekte je Fachbereich', 'leadDepartment', over(3)],
  ['welche ämter leiten mindestens 2 projekte', 'leadDepartment', over(2, true)],
  ['which departments have three or more projects?', 'leadDepartment', over(3, true)],
  ['Wie viele Fachbereiche haben mehr als drei Projekte?', 'leadDepartment', over(3)],
  ['Gibt es Fachbereiche mit nur einem Projekt?', 'leadDepartment', exactly(1)],
  ['Wer leitet mehr als fünf Projekte?', 'leadDepartment', over(5)],
  ['Welche Fachbereiche haben keine Projekte?', 'leadDepartment', exactly(0)],
  ['action fields with no projects', 'actionField', exactly(0)],
  ['Welche Dezernate haben weniger als zwei Projekte?', 'division', { over: null, under: 2, inclusive: false }],
  ['Zielgruppen mit genau zwei Projekten', 'targetGroup', exactly(2)],
])('%s: groups are asked for by how many projects they have', (text, by, bound) => {
  const { question, unknownWords } = read(text);
  expect(question).toMatchObject({ intent: 'group', by, measure: 'count', bound, filters: {} });
  expect(unknownWords).toEqual([]);
});

test('conditions on the projects are kept, denied or not', () => {
  expect(read('In welchen Handlungsfeldern laufen mehr als 2 Projekte?').question).toMatchObject({
    intent: 'group',
    by: 'actionField',
    bound: over(2),
    filters: { registers: ['running'] },
  });
  expect(read('Welche Fachbereiche haben keine laufenden Projekte?').question).toMatchObject({
    intent: 'group',
    bound: exactly(0),
    filters: { registers: ['running'] },
  });
});

test('a sum of money bounds what groups cost, not what single projects cost', () => {
  expect(read('Welche Handlungsfelder kosten mehr als 1 Mio. Euro?').question).toEqual({
    intent: 'group',
    by: 'actionField',
    measure: 'investment',
    bound: over(1_000_000),
    filters: {},
    order: 'desc',
    limit: null,
  });
});

test.each(['Welche Projekte betreffen mehr als drei Fachbereiche?', 'Welche Projekte leitet FB 12 und FB 50?'])(
  '%s: projects are asked for',
  (text) => {
    expect(read(text).question.intent).not.toBe('group');
  },
);

test('a button carries it, and talk keeps it', () => {
  const { question } = read('Welche Fachbereiche haben mehr als drei Projekte?');
  expect(questionSchema.parse(question)).toEqual(question);
  expect(read('und die laufenden?', { context: aContext(question) }).question).toEqual({
    ...question,
    filters: { registers: ['running'] },
  });
});
