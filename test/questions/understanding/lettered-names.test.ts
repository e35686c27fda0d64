import { aDepartment } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const divisions = [
  {
    formerNames: [],
    id: 'A',
    name: { de: 'Geschäftsgruppe A – Leitung', en: 'Group A – Management' },
    aliases: ['GG A', 'GGr'],
  },
  {
    formerNames: [],
    id: 'D',
    name: { de: 'Geschäftsgruppe D – Stadtraum', en: 'Group D – Urban space' },
    aliases: ['GG D', 'GGr'],
  },
];
const departments = [
  aDepartment({ id: '1', shortName: 'MA 1', division: 'A' }),
  aDepartment({ id: '20', shortName: 'MA 20', division: 'D' }),
];
const read = reader(createUnderstanding(aCity({ divisions, departments, projects: [] })));
const A = { departments: ['1'], division: 'A', relation: 'leads' };
const D = { departments: ['20'], division: 'D', relation: 'leads' };

test.each([
  ['gg d: welche Projekte leiten die', D],
  ['Welche Projekte leitet die GG A?', A],
  ['which projects are led by GG A', A],
])('a letter at the end of a name is a part of it, also if it is a little word: %s', (text, organisation) => {
  expect(read(text).question).toMatchObject({ intent: 'list', filters: { organisations: [organisation] } });
});

test('of two groups with one name each button is for its own offices', () => {
  expect(read('Welche Projekte leitet die GGr?').question).toMatchObject({
    intent: 'clarify',
    options: [{ question: { filters: { organisations: [A] } } }, { question: { filters: { organisations: [D] } } }],
  });
});
