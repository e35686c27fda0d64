import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment } from '../../builders.js';
import { aCity, reader } from './city.js';

const city = aCity();
const enterprise = (id: string, de: string) =>
  aDepartment({ id, shortName: id, name: { de }, kind: 'municipal-enterprise', division: 'D1' });
const water = enterprise('EBW', 'Stadtentwässerung');
const read = reader(
  createUnderstanding({ ...city, departments: [...city.departments, water, enterprise('EBB', 'Baubetriebshof')] }),
);
const readOne = reader(createUnderstanding({ ...city, departments: [...city.departments, water] }));

test.each([
  ['Welche Projekte leitet ein Eigenbetrieb?', 'leads'],
  ['Wie viele Projekte werden von Eigenbetrieben geleitet?', 'leads'],
  ['welche projekte betreffen die eigenbetriebe', 'affects'],
  ['Which projects are led by municipal enterprises?', 'leads'],
])('%s: all offices of that kind, whichever it is', (text, relation) => {
  expect(read(text).question).toMatchObject({
    filters: { organisations: [{ departments: ['EBW', 'EBB'], relation }] },
  });
});

test('those that are not led by any of them', () => {
  expect(read('Welche Projekte werden nicht von Eigenbetrieben geleitet?').question).toMatchObject({
    filters: { not: { organisations: [{ departments: ['EBW', 'EBB'], relation: 'leads' }] } },
  });
});

test('another office is another condition', () => {
  expect(read('Welche Projekte leiten Eigenbetriebe und betreffen FB 12?').question).toMatchObject({
    filters: {
      organisations: [
        { departments: ['EBW', 'EBB'], relation: 'leads' },
        { departments: ['12'], relation: 'affects' },
      ],
    },
  });
});

test('the only one needs no name, and a kind the city has not is told', () => {
  expect(readOne('Welche Projekte leitet der Eigenbetrieb?').question).toMatchObject({
    filters: { organisations: [{ departments: ['EBW'], relation: 'leads' }] },
  });
  expect(read('Welche Projekte leiten die Stabsstellen?').question).toMatchObject({
    intent: 'notUnderstood',
    words: ['Stabsstellen'],
  });
});
