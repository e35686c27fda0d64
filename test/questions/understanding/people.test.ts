import { aPerson, aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const read = reader(
  createUnderstanding(
    aCity({
      people: [
        aPerson({ id: 'amsel', name: 'Dr. Ute Amsel' }),
        aPerson({ id: 'kurz', name: 'Timo Kurz' }),
        aPerson({ id: 'heide', name: 'Jana Specht-Heide' }),
        aPerson({ id: 'buero', name: 'Programmbüro' }),
        aPerson({ id: 'wehr', name: 'Einsatzleitung Feuerwehr' }),
        aPerson({ id: 'horst', name: 'Horst Feuerwehr' }),
      ],
      projects: [
        aProject({ id: 'kita', title: { de: 'Kita-Navigator' }, lead: { department: '51', person: 'amsel' } }),
        aProject({
          id: 'ampel',
          title: { de: 'Intelligente Ampelsteuerung' },
          lead: { department: '12', person: 'kurz', deputies: ['amsel'] },
        }),
      ],
    }),
  ),
);
const filtersOf = (text: string) => {
  const { question } = read(text);
  return question.intent === 'list' ? question.filters : question;
};
const led = (person: string) => ({ people: { persons: [person], role: 'lead' } });

describe('who leads or stands in', () => {
  test.each([
    ['Was leitet Ute Amsel?', 'amsel'],
    ['Für welche Vorhaben ist Frau Dr. Amsel verantwortlich?', 'amsel'],
    ['welche projekte hat amsel', 'amsel'],
    ['Die Projekte vom Kollegen Kurz bitte', 'kurz'],
    ['Which projects does Jana Specht-Heide run?', 'heide'],
    ['Wie viele Projekte leitet Herr Kurz?', 'kurz'],
  ])('%s', (text, person) => {
    expect(filtersOf(text)).toEqual(led(person));
  });
  test('a surname that is a word as well needs a title', () => {
    expect(filtersOf('Welche Projekte dauern kurz?')).not.toEqual(led('kurz'));
  });
  test('a surname that is a word as well is one right after who leads', () => {
    expect(filtersOf('Welche Projekte leitet Kurz?')).toEqual(led('kurz'));
    expect(filtersOf('Zeig mir die Projekte von Kurz')).toEqual(led('kurz'));
  });
  test.each(['Welche Projekte betreffen die Feuerwehr?', 'Welche Projekte leitet die Feuerwehr?'])(
    'an office is meant although an account or somebody is called so: %s',
    (text) => {
      expect(filtersOf(text)).toMatchObject({ organisations: [{ departments: ['37'] }] });
    },
  );
  test('projects somebody stands in for', () => {
    expect(filtersOf('Welche Projekte vertritt Frau Amsel?')).toEqual({
      people: { persons: ['amsel'], role: 'deputy' },
    });
  });
  test('who stands in for somebody is told by project', () => {
    expect(read('Wer vertritt Herrn Kurz?').question).toEqual({
      intent: 'fact',
      project: 'ampel',
      fields: ['deputies'],
    });
  });
  test('a lead that is supposed', () => {
    expect(read('Leitet Timo Kurz den Kita-Navigator?').question).toMatchObject({
      intent: 'verify',
      project: 'kita',
      claims: led('kurz'),
    });
  });
  test('somebody the programme does not name is not understood', () => {
    expect(read('Welche Projekte leitet Frau Zwitscher?').question).toEqual({
      intent: 'notUnderstood',
      words: ['Frau Zwitscher'],
      near: [],
    });
  });
});
