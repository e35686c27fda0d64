import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment, aProject } from '../../builders.js';
import { aCity, reader } from './city.js';

const city = aCity();
const read = reader(
  createUnderstanding({
    ...city,
    departments: [
      ...city.departments,
      aDepartment({ id: '17', shortName: 'FB 17', name: { de: 'Digitalisierung und Statistik' }, division: 'D1' }),
      aDepartment({
        id: '43',
        shortName: 'FB 43',
        name: { de: 'Stadtbibliothek' },
        aliases: ['Bücherei'],
        division: 'D2',
      }),
    ],
    projects: [
      ...city.projects,
      aProject({ id: 'offen', title: { de: 'Offene Bücherei' }, keywords: ['Bücherei'], lead: { department: '43' } }),
    ],
  }),
);

it('knows an office by a word that fills other sentences', () => {
  expect(read('Welche Projekte leitet das Amt Digitalisierung?').question).toMatchObject({
    filters: { organisations: [{ departments: ['17'], relation: 'leads' }] },
  });
});

it.each([
  ['Welche Projekte leitet das Amt für Raumfahrt?', 'Amt für Raumfahrt'],
  ['gibts ein amt für fischerei', 'amt für fischerei'],
  ['What projects does the department for fishing lead?', 'department for fishing'],
])('%s: an office the city has not is no topic', (text, words) => {
  expect(read(text).question).toMatchObject({ intent: 'notUnderstood', words: [words] });
});

it('lists not all projects where it was said whose, but not understood', () => {
  expect(read('Welche Projekte leitet der Fachbereich xy?').question.intent).toBe('notUnderstood');
});

it.each(['In welchem Fachbereich liegt der Kita-Navigator?', 'bei welchem amt ist der kita-navigator'])(
  '%s: asks who leads it',
  (text) => {
    expect(read(text).question).toEqual({ intent: 'fact', project: 'kita', fields: ['lead'] });
  },
);

it.each([
  ['Wann ist die Bücherei fertig?', 'fact'],
  ['was kostet die bücherei', 'fact'],
  ['ist die bücherei schon fertig', 'verify'],
])('%s: what an office cannot be, the project called like it is', (text, intent) => {
  expect(read(text).question).toMatchObject({ intent, project: 'offen' });
});

it.each(['Leitet die Feuerwehr das Projekt Bücherei?', 'Is the Bücherei project led by the Feuerwehr?'])(
  '%s: beside the word for it, it is the project',
  (text) => {
    expect(read(text).question).toMatchObject({
      intent: 'verify',
      project: 'offen',
      claims: { organisations: [{ departments: ['37'], relation: 'leads' }] },
    });
  },
);

it('still means the office where its projects are asked for', () => {
  expect(read('Was kosten die Projekte der Bücherei?').question).toMatchObject({
    filters: { organisations: [{ departments: ['43'] }] },
  });
  expect(read('Was macht die Bücherei?').question).toMatchObject({ intent: 'organisation', department: '43' });
});

it.each(['Wer hat mehr Projekte, FB 12 oder FB 50?', 'leitet das jugendamt weniger projekte als die feuerwehr'])(
  '%s: two offices are told side by side',
  (text) => {
    expect(read(text).question).toMatchObject({
      intent: 'group',
      by: 'leadDepartment',
      filters: { organisations: [{ departments: [expect.any(String), expect.any(String)], relation: 'leads' }] },
    });
  },
);

it('tells which division spends most, and which project is the dearest of an office', () => {
  expect(read('Welches Dezernat gibt am meisten Geld aus?').question).toMatchObject({
    intent: 'group',
    by: 'division',
    measure: 'investment',
    limit: 1,
  });
  expect(read('Welcher Fachbereich hat das teuerste Projekt?').question).toMatchObject({ intent: 'list' });
});
