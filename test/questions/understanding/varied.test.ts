import { aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const read = reader();
const filtersOf = (text: string): unknown => (read(text).question as { filters?: unknown }).filters;

describe('one word said otherwise', () => {
  test.each([
    ['Welche Projekte enden am 29. Februar?', { end: { from: '2028-02-29', to: '2028-02-29' } }],
    ['Which projects end on February 29?', { end: { from: '2028-02-29', to: '2028-02-29' } }],
    ['Welche Projekte endeten am 29. Februar?', { end: { from: '2024-02-29', to: '2024-02-29' } }],
    ['Welche Projekte enden weder 2026 noch 2027?', { not: { end: { from: '2026-01-01', to: '2027-12-31' } } }],
    ['Welche Projekte enden in weniger als drei Monaten?', { end: { from: '2026-05-18', to: '2026-08-18' } }],
    ['Which projects end within less than two weeks?', { end: { from: '2026-05-18', to: '2026-06-01' } }],
    ['Welche Projekte enden in mehr als einem Jahr?', { end: { from: '2027-05-19', to: null } }],
    ['Welche Projekte starten frühestens 2027?', { start: { from: '2027-01-01', to: null } }],
    ['Which projects start no earlier than 2027?', { start: { from: '2027-01-01', to: null } }],
    ['Which projects end no later than June?', { end: { from: null, to: '2026-06-30' } }],
    ['Welche Projekte enden früher als Juli?', { end: { from: null, to: '2026-06-30' } }],
    ['Welche Projekte waren 2025 noch nicht gestartet?', { start: { from: '2026-01-01', to: null } }],
    ['Welche Projekte laufen noch mindestens zwei Jahre?', { end: { from: '2028-05-18', to: null } }],
    ['Welche Projekte laufen noch höchstens sechs Monate?', { end: { from: '2026-05-18', to: '2026-11-18' } }],
    ['Welche Projekte laufen seit mindestens zwei Jahren?', { start: { from: null, to: '2024-05-18' } }],
    ['Welche Projekte begannen 2025?', { start: { from: '2025-01-01', to: '2025-12-31' } }],
    ['Which projects have not ended?', { not: { end: { from: null, to: '2026-05-18' } } }],
  ])('of time: %s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
    expect(read(text)).toMatchObject({ unknownWords: [], corrected: [] });
  });
  test.each([
    ['Which projects are not running or planned?', { not: { registers: ['running', 'upcoming'] } }],
    ['Which projects are neither running nor planned?', { not: { registers: ['running', 'upcoming'] } }],
    [
      "Which projects weren't led by FB 12?",
      { not: { organisations: [{ departments: ['12'], division: null, relation: 'leads' }] } },
    ],
    ['Welche Projekte sind weder klimafreundlich noch klimaneutral?', { not: { climate: ['positive', 'none'] } }],
    ['Welche Projekte haben keine negative Klimawirkung?', { not: { climate: ['negative'] } }],
    ['Which projects do not affect drones?', { not: { topic: ['drones'] } }],
  ])('of denial: %s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
  test.each([
    [
      'Welche laufenden Projekte enden nicht mehr in diesem Jahr?',
      { registers: ['running'], not: { end: { from: '2026-01-01', to: '2026-12-31' } } },
    ],
    ['Welche Projekte laufen 2027 nicht mehr?', { not: { active: { from: '2027-01-01', to: '2027-12-31' } } }],
    ['Welche Projekte enden 2027 nicht?', { not: { end: { from: '2027-01-01', to: '2027-12-31' } } }],
    [
      'Welche Projekte kosten keine 100.000 Euro?',
      { thresholds: [{ measure: 'investment', over: null, under: 100_000, inclusive: false }] },
    ],
    [
      'Welche Projekte kosten unter 50000 oder über 1000000 Euro?',
      {
        has: ['investment'],
        not: { thresholds: [{ measure: 'investment', over: 50_000, under: 1_000_000, inclusive: true }] },
      },
    ],
    [
      'Which projects affect both FB 50 and FB 51?',
      {
        organisations: [
          { departments: ['50'], division: null, relation: 'affects' },
          { departments: ['51'], division: null, relation: 'affects' },
        ],
      },
    ],
    [
      'Welche Projekte betreffen außer FB 50 auch FB 51?',
      {
        organisations: [
          { departments: ['50'], division: null, relation: 'affects' },
          { departments: ['51'], division: null, relation: 'affects' },
        ],
      },
    ],
    ['Welche Zukunftsthemen haben schon ein Budget?', { registers: ['future'], has: ['investment'] }],
    ['Welche Projekte haben Budget und Enddatum?', { has: ['investment', 'end'] }],
    ['Welche Projekte haben keine Rechtsgrundlage, aber Meilensteine?', { lacks: ['legalBasis'], has: ['milestones'] }],
    ['Which projects have a start date but no milestones?', { lacks: ['milestones'], has: ['start'] }],
  ])('of what is denied, joined or stated: %s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
    expect(read(text).unknownWords).toEqual([]);
  });
  test.each([
    ['Which project costs the second most?', { order: { by: 'investment', direction: 'desc' }, limit: 2 }],
    ['Wie teuer ist das billigste laufende Projekt?', { order: { by: 'investment', direction: 'asc' }, limit: 1 }],
  ])('of rank: %s', (text, question) => {
    expect(read(text).question).toMatchObject({ intent: 'list', ...question });
  });
  test('a part of an amount that is not read is told', () => {
    expect(read('Welche Projekte kosten halb so viel wie der Kita-Navigator?').unknownWords).toContain('halb');
    expect(read('Which projects are more than half done?').unknownWords).toEqual(['half']);
  });
  test('what is left out of a sum is no missing budget', () => {
    expect(read('Was kosten alle Projekte ohne die Ampelsteuerung?').question).toEqual({
      intent: 'aggregate',
      filters: { not: { topic: ['Ampelsteuerung'] } },
      measure: 'investment',
      operation: 'sum',
    });
  });
  test.each([
    ['Which projects cost half a million or less?', 500_000],
    ['Which projects cost less than half a million euros?', 500_000],
    ['Welche Projekte kosten höchstens eine halbe Million?', 500_000],
  ])('of amounts: %s', (text, under) => {
    expect(filtersOf(text)).toMatchObject({ thresholds: [{ measure: 'investment', over: null, under }] });
  });
  test('a share asks for a count', () => {
    expect(read('Wie viel Prozent der Projekte laufen?').question).toEqual({
      intent: 'count',
      filters: { registers: ['running'] },
    });
  });
});

describe('what only some projects state', () => {
  test.each([
    ['Welche Projekte haben eine Rechtsgrundlage?', ['legalBasis']],
    ['Projekte mit Meilensteinen', ['milestones']],
    ['Which projects have an end date?', ['end']],
  ])('narrows: %s', (text, has) => {
    expect(filtersOf(text)).toEqual({ has });
  });
  test.each([
    ['Welche Projekte haben die meisten Meilensteine?', {}],
    ['Welche Projekte haben keine Meilensteine?', { lacks: ['milestones'] }],
    ['Welche Projekte haben Probleme?', { health: ['red', 'amber'] }],
  ])('but not where it is bounded, denied or dated: %s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
});

describe('a number or a day that Lotse cannot heed is told', () => {
  test.each([
    ['Welche Projekte haben mehr als drei Meilensteine?', 'drei Meilensteine'],
    ['Welche Projekte betreffen mindestens drei Ämter?', 'drei Ämter'],
    ['Welche Projekte enden an einem Freitag?', 'Freitag'],
  ])('%s', (text, words) => {
    expect(read(text).question).toMatchObject({ intent: 'notUnderstood', words: [words] });
  });
  test('as is a day that its month has not', () => {
    expect(read('Welche Projekte enden am 31. Juni?').unknownWords).toEqual(['31']);
  });
});

describe('whoever asks who is to blame', () => {
  test.each([
    'Wer ist schuld, dass der Kita-Navigator nicht fertig ist?',
    'Who is to blame that the childcare navigator is not finished?',
  ])('is told of risks and status, not of persons: %s', (text) => {
    expect(read(text)).toMatchObject({
      question: { intent: 'fact', project: 'kita', fields: ['risk', 'status', 'end'] },
      unknownWords: [],
      corrected: [],
    });
  });
});

describe("a city's name that is a word as well", () => {
  const inCity = (city: string, title: string, ...keywords: string[]) =>
    reader(
      createUnderstanding(
        aCity({ city, projects: [...aCity().projects, aProject({ id: 'x', title: { de: title }, keywords })] }),
      ),
    );
  test.each([
    ['Essen', 'Schulessen online bestellen', 'Was gibt es zum Essen?', ['Essen']],
    ['Bad Sulzried', 'Digitales Freibad', 'Welche Projekte gibt es zum Thema Bad?', ['Bad']],
    ['Halle', 'Hallenbelegung online', 'Welche Projekte haben mit einer Halle zu tun?', ['Halle']],
  ])('%s: does not swallow the matter', (city, title, text, topic) => {
    expect(inCity(city, title, ...topic)(text).question).toMatchObject({ filters: { topic } });
  });
  test.each([
    ['Essen', 'Schulessen online bestellen', 'Welche Projekte laufen in Essen?'],
    ['Bad Sulzried', 'Digitales Freibad', 'Welche Projekte laufen in Bad Sulzried?'],
    ['Halle', 'Hallenbelegung online', 'Welche Projekte laufen in der Stadt Halle?'],
    ['Hansestadt Musterhafen', 'Serviceportal Musterhafen', 'Welche Projekte laufen bei uns in Musterhafen?'],
    ['Freie und Hansestadt Musterhafen', 'Serviceportal', 'Welche Projekte laufen in Musterhafen?'],
    ['Musterfurt am Main', 'Serviceportal', 'Welche Projekte laufen in Musterfurt?'],
    ['Musterfurt am Main', 'Serviceportal', 'Welche Projekte laufen in Musterfurt am Main?'],
    ['Neumarkt in der Musterau', 'Marktplatz online', 'Welche Projekte laufen in Neumarkt?'],
    ['Bad Neustadt an der Muster', 'Digitales Freibad', 'Welche Projekte laufen in Bad Neustadt?'],
    ['Halle (Muster)', 'Hallenbelegung online', 'Welche Projekte laufen in Halle?'],
    ['Markt Musterau', 'Marktplatz online', 'Welche Projekte laufen in Markt Musterau?'],
    ['Landkreis Muster-Hochau', 'Kreistag online', 'Welche Projekte laufen im Landkreis Muster-Hochau?'],
  ])('%s: is left out as a name', (city, title, text) => {
    expect(inCity(city, title)(text)).toMatchObject({
      question: { filters: { registers: ['running'] } },
      unknownWords: [],
    });
    expect(inCity(city, title)(text).question).not.toHaveProperty('filters.topic');
  });
});

describe('milestones and decisions', () => {
  test.each([
    ['Welche Meilensteine von FB 12 sind nicht erreicht?', 'open'],
    ['Which milestones of FB 12 are not reached yet?', 'open'],
    ['Welche Meilensteine von FB 12 sind erreicht?', 'done'],
  ])('have the state that is said or denied: %s', (text, state) => {
    expect(read(text).question).toMatchObject({
      intent: 'milestones',
      state,
      filters: { organisations: [{ departments: ['12'] }] },
    });
    expect(read(text).question).not.toHaveProperty('filters.not');
    expect(read(text).unknownWords).toEqual([]);
  });
  test('are open without anything being missing', () => {
    expect(read('Welche Entscheidungen von FB 12 sind offen?')).toMatchObject({
      question: { intent: 'decisions', open: true },
      unknownWords: [],
    });
  });
});

test('that only one department is touched is told not to be heeded', () => {
  expect(read('Welche Projekte betreffen nur FB 12?').unknownWords).toEqual(['nur']);
  expect(read('Nur die laufenden von FB 12').unknownWords).toEqual([]);
});
