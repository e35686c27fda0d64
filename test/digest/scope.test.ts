import { scopeOf } from '../../src/digest/scope.js';
import { aDepartment, aPerson, aProgramme, aProject } from '../builders.js';

const programme = aProgramme({
  vocabulary: { department: { de: 'Fachdienst', en: 'service' }, division: { de: 'Dezernat' } },
  departments: [aDepartment({ id: '10', shortName: 'FD 10', name: { de: 'Zentrale Dienste' }, aliases: ['Hauptamt'] })],
  actionFields: [{ id: 'netze', name: { de: 'Netze', en: 'Networks' }, aliases: [] }],
  projects: [aProject({ id: 'archiv', title: { de: 'Digitales Archiv' } })],
});
const kim = aPerson({ department: '10' });

describe('what a personal digest is about', () => {
  it.each([
    'uns',
    'mein Amt',
    'meinen Fachbereich',
    'meine Abteilung',
    'unseren Fachdienst',
    'my department',
    'our service',
  ])('"%s" is the reader’s own department, in the city’s words too', (words) => {
    expect(scopeOf(words, programme, kim)).toEqual({ kind: 'department', id: '10' });
    expect(scopeOf(words, programme, { ...kim, department: null })).toBeNull();
  });
  it.each([
    ['fd 10', { kind: 'department', id: '10' }],
    ['Hauptamt', { kind: 'department', id: '10' }],
    ['networks', { kind: 'actionField', id: 'netze' }],
    ['digitales  Archiv', { kind: 'project', id: 'archiv' }],
    ['meinen Garten', null],
  ])('"%s" is found by name', (words, scope) => {
    expect(scopeOf(words, programme, kim)).toEqual(scope);
  });
});
