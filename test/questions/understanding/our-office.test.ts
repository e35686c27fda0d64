import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment, aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

const city = aCity();
const read = reader(
  createUnderstanding({
    ...city,
    departments: [
      ...city.departments,
      aDepartment({
        id: '40',
        shortName: 'FB 40',
        name: { de: 'Schulverwaltungsamt', en: 'School administration office' },
        division: 'D2',
      }),
      aDepartment({ id: '66', shortName: 'FB 66', name: { de: 'Tiefbauamt' }, division: 'D1' }),
    ],
    projects: [
      ...city.projects,
      aProject({ id: 'lernen', title: { de: 'Lernplattform' }, keywords: ['Schulverwaltung', 'Tiefbau'] }),
    ],
  }),
);
const affects = (id: string): unknown => ({
  organisations: [{ departments: [id], division: null, relation: 'affects' }],
});

test.each([
  ['welche projekte betreffen uns in der schulverwaltung?', '40'],
  ['Was betrifft uns hier im Tiefbau?', '66'],
  ['Wir vom Tiefbau: welche Projekte betreffen uns?', '66'],
  ['which projects affect us in school administration?', '40'],
])('%s: where people work is an office and no topic', (text, id) => {
  for (const asker of [{}, { department: '12' }]) {
    expect(read(text, { asker }).question).toMatchObject({ intent: 'list' });
    expect(read(text, { asker }).question).toHaveProperty('filters', affects(id));
  }
});

test('what one does somewhere is a matter', () => {
  expect(read('Was machen wir im Tiefbau?').question).not.toHaveProperty('filters.organisations');
});
