import { aPerson, aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, aContext, reader } from './city.js';

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

describe('a surname that several share', () => {
  const people = [
    aPerson({ id: 'femke', name: 'Femke Janssen', department: '50' }),
    aPerson({ id: 'okko', name: 'Dr. Okko Janssen', department: '51' }),
    aPerson({ id: 'ines', name: 'Ines Wolff', department: '50' }),
    aPerson({ id: 'tom', name: 'Tom Wolff', department: '51' }),
    aPerson({ id: 'udo', name: 'Udo Brandt' }),
    aPerson({ id: 'ute', name: 'Ute Brandt' }),
  ];
  const lead = (id: string, person: string, deputies: string[] = []) =>
    aProject({ id, title: { de: `Vorhaben ${id}` }, lead: { department: '12', person, deputies } });
  const shared = reader(
    createUnderstanding(
      aCity({ people, projects: [lead('eins', 'femke', ['tom']), lead('zwei', 'okko'), lead('drei', 'ines')] }),
    ),
  );
  const all = (persons: string[], role = 'lead') => ({
    intent: 'list',
    filters: { people: { persons, role } },
    order: null,
    limit: null,
    page: 0,
  });
  const offered = ['femke', 'okko'].map((id) => ({ noun: 'person', id, question: all([id]) }));

  test.each([
    'Welche Projekte hat Janssen?',
    'wofür ist janssen zuständig',
    'Which projects does Janssen lead?',
    'Was verantwortet Frau Janssen?',
    'Was sind Janssens Projekte?',
  ])('is asked back: %s', (text) => {
    expect(shared(text)).toMatchObject({
      question: { intent: 'clarify', about: 'person', options: offered },
      unknownWords: [],
    });
  });
  test('keeps what else was asked in every choice', () => {
    expect(shared('Welche laufenden Projekte leitet Janssen?').question).toMatchObject({
      options: [
        { id: 'femke', question: { filters: { registers: ['running'], people: { persons: ['femke'] } } } },
        { id: 'okko', question: { filters: { registers: ['running'], people: { persons: ['okko'] } } } },
      ],
    });
    expect(shared('Wer vertritt Janssen?').question).toMatchObject({
      options: [
        { id: 'femke', question: { intent: 'fact', project: 'eins', fields: ['deputies'] } },
        { id: 'okko', question: { intent: 'fact', project: 'zwei', fields: ['deputies'] } },
      ],
    });
  });
  test.each([
    ['only one of them leads anything', 'Welche Projekte hat Wolff?', all(['ines'])],
    ['only one of them stands in for anybody', 'Welche Projekte vertritt Wolff?', all(['tom'], 'deputy')],
    ['none of them leads anything', 'Welche Projekte hat Brandt?', all(['udo', 'ute'])],
    ['both are meant', 'Welche Projekte leiten die beiden Janssens?', all(['femke', 'okko'])],
    ['both are meant', 'Which projects do the Janssens lead?', all(['femke', 'okko'])],
    ['both are named', 'Was leiten Femke und Okko Janssen?', all(['femke', 'okko'])],
    ['the given name stands behind', 'Was leitet Janssen, Femke?', all(['femke'])],
    ['the given name is abbreviated', 'Which projects does O. Janssen run?', all(['okko'])],
  ])('is not where %s: %s', (_, text, question) => {
    expect(shared(text)).toMatchObject({ question, unknownWords: [] });
  });
  test('the office said with it tells', () => {
    expect(shared('Was leitet Janssen vom Jugendamt?').question).toMatchObject({
      filters: { people: { persons: ['okko'] } },
    });
  });
  test.each([
    ['Femke', ['femke']],
    ['die femke bitte', ['femke']],
    ['Okko Janssen', ['okko']],
    ['the second one', ['okko']],
    ['der vom Jugendamt', ['okko']],
    ['beide', ['femke', 'okko']],
  ])('is told apart by the reply "%s"', (text, persons) => {
    const context = aContext(shared('Welche Projekte hat Janssen?').question);
    expect(shared(text, { context })).toMatchObject({ question: all(persons), unknownWords: [] });
  });
  test('asks on where the reply tells nothing', () => {
    const context = aContext(shared('Welche Projekte hat Janssen?').question);
    expect(shared('Janssen', { context }).question).toMatchObject({ intent: 'clarify', options: offered });
  });
});
