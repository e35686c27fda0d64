import { aCity, aContext, reader } from './city.js';
import { aDepartment } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';

const read = reader();
const leadsAndAffects = [
  { departments: ['12'], division: null, relation: 'leads' },
  { departments: ['50'], division: null, relation: 'affects' },
];
const reversed = [...leadsAndAffects].reverse();

test.each([
  ['Welche Projekte leitet FB 12 und betreffen FB 50?', leadsAndAffects],
  ['welche projekte leitet der fb 12 und betreffen auch den fb 50', leadsAndAffects],
  ['Welche vom FB 12 geleiteten Projekte betreffen den FB 50?', leadsAndAffects],
  ['Welche Projekte betreffen FB 50 und werden von FB 12 geleitet?', reversed],
  ['Welche Projekte betreffen FB 50 und leitet FB 12?', reversed],
  ['Which projects are led by FB 12 and affect FB 50?', leadsAndAffects],
  ['Federführung FB 12, betroffen FB 50', leadsAndAffects],
  ['Was macht der FB 12 für den FB 50?', leadsAndAffects],
])('%s: each place keeps its own relation', (text, organisations) => {
  expect(read(text).question).toMatchObject({ intent: 'list', filters: { organisations } });
});

test('places that share a verb are one condition, the other verb another one', () => {
  expect(read('Welche Projekte leiten FB 12 und FB 37 und betreffen den FB 50?').question).toMatchObject({
    filters: {
      organisations: [
        { departments: ['12', '37'], relation: 'leads' },
        { departments: ['50'], relation: 'affects' },
      ],
    },
  });
});

test('three places beside each other are one condition', () => {
  expect(read('Welche Projekte betreffen FB 12, FB 37 und FB 50?').question).toMatchObject({
    filters: { organisations: [{ departments: ['12', '37', '50'], relation: 'affects' }] },
  });
});

test('another word for an office is understood beside the other verb', () => {
  const city = aCity();
  const library = aDepartment({ id: '43', shortName: 'FB 43', name: { de: 'Bibliothek', en: 'Library' } });
  const readThere = reader(createUnderstanding({ ...city, departments: [...city.departments, library] }));
  expect(readThere('Welche Projekte leitet FB 12, die die Bücherei betreffen?').question).toMatchObject({
    filters: {
      organisations: [
        { departments: ['12'], relation: 'leads' },
        { departments: ['43'], relation: 'affects' },
      ],
    },
  });
});

describe('in talk', () => {
  const context = aContext(
    {
      intent: 'list',
      filters: {
        organisations: [
          { departments: ['12'], division: null, relation: 'leads' },
          { departments: ['50'], division: null, relation: 'affects' },
        ],
      },
      order: null,
      limit: null,
      page: 0,
    },
    { named: ['kita', 'ampel'] },
  );
  test.each([
    ['und beim FB 51?', '12', '51'],
    ['und FB 37 als Federführung?', '37', '50'],
    ['what about FB 51?', '12', '51'],
  ])('%s: the one meant is replaced', (text, leads, affects) => {
    expect(read(text, { context }).question).toMatchObject({
      filters: {
        organisations: [
          { departments: [leads], relation: 'leads' },
          { departments: [affects], relation: 'affects' },
        ],
      },
    });
  });
  test('a question of its own with "die" in it asks nothing of what was named', () => {
    const question = read('Leitet FB 37 Projekte, die das Jugendamt betreffen?', { context }).question;
    expect(question).toMatchObject({
      intent: 'exists',
      filters: { organisations: [{ departments: ['37'] }, { departments: ['51'] }] },
    });
    expect(question).not.toHaveProperty('filters.organisations.2');
  });
});
