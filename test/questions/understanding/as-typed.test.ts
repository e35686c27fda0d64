import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment, aPerson, aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

const wifoe = aDepartment({ id: 'wf', shortName: 'WIR', name: { de: 'Wirtschaft in der Region' } });
const depot = aDepartment({
  id: 'bbh',
  shortName: 'BBH',
  name: { de: 'Baubetriebshof Testhausen', en: 'Municipal works depot Testhausen' },
});
const leyla = aPerson({ id: 'leyla', name: 'Leyla Aydın', department: 'wf' });
const led = aProject({ id: 'licht', title: { de: 'LED-Umrüstung der Straßenbeleuchtung' } });
const read = reader(
  createUnderstanding(
    aCity({ city: 'Stadt Testhausen', departments: [wifoe, depot], people: [leyla], projects: [led] }),
  ),
);

it('takes "wir" for whoever asks, and only "WIR" for the department of that short name', () => {
  expect(read('Welche Projekte leiten wir?').question).toMatchObject({ intent: 'clarify', about: 'own-department' });
  expect(read('Welche Projekte leitet WIR?').question).toMatchObject({
    filters: { organisations: [{ departments: ['wf'], relation: 'leads' }] },
  });
});

it('knows a department without the city in its name', () => {
  expect(read('Which projects are led by the municipal works depot?').question).toMatchObject({
    filters: { organisations: [{ departments: ['bbh'], relation: 'leads' }] },
  });
});

it('takes the letters of "LED-Umrüstung" for no English verb', () => {
  expect(read('Warum machen wir eigentlich die LED-Umrüstung?').question).toMatchObject({ project: 'licht' });
});

it.each(['Leyla Aydin', 'Leyla Aydın'])('finds %s however the letter without a dot is typed', (name) => {
  expect(read(`Welche Projekte leitet ${name}?`).question).toMatchObject({
    filters: { people: { persons: ['leyla'] } },
  });
});

it.each([
  ['BBH federfürhend wofür?', { filters: { organisations: [{ departments: ['bbh'], relation: 'leads' }] } }],
  ['die drei teuresten Projekte', { order: { by: 'investment', direction: 'desc' }, limit: 3 }],
])('%s: a slip of two letters is understood', (text, question) => {
  expect(read(text).question).toMatchObject(question);
});
