import { aProject } from '../../builders.js';
import type { Question } from '../../../src/questions/question.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, aContext, reader } from './city.js';

const city = aCity({
  projects: [
    aProject({
      id: 'karte',
      title: { de: 'Ehrenamtskarte aufs Handy' },
      keywords: ['Vereine'],
      lead: { department: '50' },
    }),
    aProject({
      id: 'gast',
      title: { de: 'Digitale Gästekarte' },
      register: 'future',
      keywords: ['Tourismus'],
      lead: { department: '12' },
    }),
    aProject({ id: 'plan', title: { de: 'Stadtplan' }, keywords: ['Karten'], lead: { department: '37' } }),
    aProject({ id: 'rest', title: { de: 'Automatische Zeiterfassung' } }),
  ],
});
const read = reader(createUnderstanding(city));
const options = (question: Question) =>
  question.intent === 'clarify' ? question.options.map(({ id }) => id).sort() : question;

describe('a project said vaguely', () => {
  test('may be any of those whose title or keyword carries the word', () => {
    expect(options(read('Wann endet das Projekt mit der Karte?').question)).toEqual(['gast', 'karte', 'plan']);
  });
  test.each([
    ['das mit dem Handy', 'karte'],
    ['für den Tourismus', 'gast'],
    ['das von der ITD', 'gast'],
    ['die Idee', 'gast'],
    ['vereine', 'karte'],
  ])('own words pick among those offered: %s', (text, project) => {
    const { question } = read('Wann endet das Projekt mit der Karte?');
    expect(read(text, { context: aContext(question) }).question).toEqual({ intent: 'fact', project, fields: ['end'] });
  });
  test('once it is asked back, compounds of the word are offered as well', () => {
    const schools = reader(
      createUnderstanding(
        aCity({
          projects: [
            aProject({ id: 'support', title: { de: 'Betreuung der Schulen' } }),
            aProject({ id: 'fibre', title: { de: 'Glasfaser für alle Schulen' } }),
            aProject({ id: 'tablets', title: { de: 'Geräte für Schulklassen' } }),
          ],
        }),
      ),
    );
    expect(options(schools('Wer leitet das Schulprojekt?').question)).toEqual(['fibre', 'support', 'tablets']);
  });
  test('a word inside a Latin derivation is no part of it', () => {
    expect(createUnderstanding(city).topic(['Auto'])).toEqual([]);
  });
});

describe('names told from words that look like them', () => {
  const odd = reader(
    createUnderstanding(
      aCity({
        departments: aCity().departments.map((each) =>
          each.id === '12' ? { ...each, aliases: ['KoSt', 'Vorzimmer'], name: { de: 'Büro der Landrätin' } } : each,
        ),
        divisions: aCity().divisions.map((each) =>
          each.id === 'D1' ? { ...each, formerNames: [{ name: 'Dezernat II – Technik, Sport', until: null }] } : each,
        ),
      }),
    ),
  );
  test.each([
    ['Top 3 nach Kosten', undefined],
    ['Welche Projekte leitet die KoSt?', ['12']],
    ['Welche Projekte leitet das Vorzimmer der Landrätin?', ['12']],
    ['Welche Projekte leitet das Dezernat II – Technik, Sport?', ['12', '37']],
    ['Welche Projekte leitet das Dezernat II?', ['50', '51']],
  ])('%s', (text, departments) => {
    const { question } = odd(text);
    const filters = 'filters' in question ? question.filters : {};
    expect(filters.organisations?.[0]?.departments).toEqual(departments);
    expect(filters.topic).toBeUndefined();
  });
});

describe('kinds counted side by side', () => {
  test.each([
    ['Wie viele Vorhaben laufen gerade und wie viele stehen noch an?', 'register'],
    ['Wie viele Projekte sind grün, wie viele gelb und wie viele rot?', 'health'],
    ['How many projects are running, how many are upcoming and how many are ideas?', 'register'],
  ])('%s', (text, by) => {
    expect(read(text).question).toMatchObject({ intent: 'group', by, measure: 'count' });
  });
});

test('why a project was assessed so stands with the assessment', () => {
  expect(read('Warum ist die Gästekarte technisch offen?').question).toEqual({
    intent: 'fact',
    project: 'gast',
    fields: ['assessment'],
  });
});

test.each([
  ['Wer leitet die Telefon-Ap?', 'app'],
  ['Wer leitet die Telfon-App', 'app'],
  ['Wer leitet die Telefon-App?', 'app'],
])('a name with hyphens is corrected as a whole: %s', (text, project) => {
  const town = aCity({
    projects: [
      aProject({ id: 'app', title: { de: 'Telefon-App für Bedienstete' } }),
      aProject({ id: 'stadtapp', title: { de: 'Stadt-App' }, keywords: ['App', 'Telefon'] }),
    ],
  });
  expect(reader(createUnderstanding(town))(text).question).toEqual({ intent: 'fact', project, fields: ['lead'] });
});

describe('whether there is anything', () => {
  const plain = reader();
  test.each([
    'Haben wir eigentlich was mit KI am Start?',
    'Nutzen wir irgendwo KI?',
    'Setzt die Stadt KI ein?',
    'Do we use AI anywhere?',
    'ham wir irgendwas mit KI am Start?',
  ])('asks for all there is, not which of them is meant: %s', (text) => {
    const { question } = plain(text);
    expect(question).toMatchObject({ filters: { topic: [expect.stringMatching(/KI|AI/)] } });
    expect(['exists', 'list']).toContain(question.intent);
  });
  test.each([
    'Kostet die KI mehr als 10.000 Euro?',
    'Wissen wir, wann die KI fertig ist?',
    'Ist das KI-Projekt im Plan?',
  ])('what is supposed of one is still asked back: %s', (text) => {
    expect(options(plain(text).question)).toEqual(['ki-telefon', 'ki-text']);
  });
});
