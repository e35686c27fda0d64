import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aDepartment } from '../../builders.js';
import { aCity, reader } from './city.js';

const dotted = (id: string) => aDepartment({ id, shortName: `FD ${id}`, name: { de: `Dienst ${id}` }, division: 'D3' });

describe('departments counted below their division', () => {
  const division = { id: 'D3', name: { de: 'Dezernat 3 – Bauen' }, aliases: ['Dez. 3'], formerNames: [] };
  const read = reader(
    createUnderstanding(aCity({ divisions: [division], departments: [dotted('3.1'), dotted('3.2')] })),
  );
  test.each([
    ['Welche Projekte leitet das Dezernat 3?', { departments: ['3.1', '3.2'], division: 'D3' }],
    ['Was leitet Dez. 3?', { departments: ['3.1', '3.2'], division: 'D3' }],
    ['Welche Projekte leitet FD 3.2?', { departments: ['3.2'], division: null }],
  ])('%s', (text, organisation) => {
    expect(read(text).question).toMatchObject({ filters: { organisations: [organisation] } });
  });
});

describe('divisions that go by letters which elsewhere speak of departments', () => {
  const division = { id: 'FB2', name: { de: 'Fachbereich 2 – Finanzen' }, aliases: ['FB 2'], formerNames: [] };
  const abteilung = aDepartment({ id: '21', shortName: 'Abt. 21', name: { de: 'Abteilung Steuern' }, division: 'FB2' });
  const vocabulary = { department: { de: 'Abteilung' }, division: { de: 'Fachbereich' } };
  const read = reader(createUnderstanding(aCity({ divisions: [division], departments: [abteilung], vocabulary })));
  test.each(['Welche Projekte werden im FB 2 geleitet?', 'Was leitet der FB 2?', 'Was leitet Fachbereich 2?'])(
    '%s',
    (text) => {
      const organisations = [{ departments: ['21'], division: 'FB2', relation: 'leads' }];
      expect(read(text).question).toMatchObject({ filters: { organisations } });
    },
  );
});

test.each(['Bei welchen Projekten haben wir die Federführung?', 'Wofür haben wir die Verantwortung?'])(
  '%s asks which department is meant where it is not known',
  (text) => {
    expect(reader()(text).question).toMatchObject({ intent: 'clarify', about: 'own-department' });
  },
);

test.each([
  ['Welche Projekte zahlen auf das Ziel Klimaneutral bis 2035 ein?', { goals: ['klima'] }],
  ['Welche Projekte sind ohne Klimawirkung?', { climate: ['none'] }],
  ['Which projects are without any climate effect?', { climate: ['none'] }],
])('%s', (text, filters) => {
  expect(reader()(text).question).toMatchObject({ intent: 'list', filters });
});
