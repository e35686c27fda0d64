import { aContext, reader } from './city.js';

const read = reader();
const LAST_WEEK = { from: '2026-05-11', to: '2026-05-17' };
const APRIL = { from: '2026-04-01', to: '2026-04-30' };

describe('a health in a time', () => {
  test.each([
    ['Welche waren letzte Woche rot?', { health: ['red'], reported: LAST_WEEK }],
    ['which were red last week?', { health: ['red'], reported: LAST_WEEK }],
    ['Welche Projekte standen im April auf gelb?', { health: ['amber'], reported: APRIL }],
    ['Welche sind im April kritisch gewesen?', { health: ['red'], reported: APRIL }],
    [
      'Welche Projekte waren im März oder April gelb?',
      { health: ['amber'], reported: { from: '2026-03-01', to: '2026-04-30' } },
    ],
    ['Welche sind seit April gelb?', { health: ['amber'], reported: { from: '2026-04-01', to: null } }],
    ['Welche Projekte waren letzte Woche nicht grün?', { not: { health: ['green'], reported: LAST_WEEK } }],
    ['Welche roten Projekte waren letzte Woche noch grün?', { health: ['green'], reported: LAST_WEEK }],
    [
      'Welche Projekte waren vor drei Wochen gelb?',
      { health: ['amber'], reported: { from: '2026-04-27', to: '2026-04-27' } },
    ],
    [
      'Which projects were amber two weeks ago?',
      { health: ['amber'], reported: { from: '2026-05-04', to: '2026-05-04' } },
    ],
    [
      'Welche Projekte waren vorletzte Woche grün?',
      { health: ['green'], reported: { from: '2026-05-04', to: '2026-05-10' } },
    ],
    ['Welche Projekte waren schon einmal rot?', { health: ['red'], reported: { from: null, to: '2026-05-18' } }],
    ['Which projects have never been red?', { not: { health: ['red'], reported: { from: null, to: '2026-05-18' } } }],
    [
      'Welche laufenden Projekte waren in KW 19 gelb oder rot?',
      { registers: ['running'], health: ['red', 'amber'], reported: { from: '2026-05-04', to: '2026-05-10' } },
    ],
  ])('is that of the reports then: %s', (text, filters) => {
    expect(read(text).question).toEqual({ intent: 'list', filters, order: null, limit: null, page: 0 });
  });
  test.each([
    ['Welche Projekte sind diese Woche rot?', { health: ['red'] }],
    ['Welche roten Projekte enden im Juni?', { health: ['red'], end: { from: '2026-06-01', to: '2026-06-30' } }],
    ['Welche gelben Projekte liefen im April?', { health: ['amber'], active: APRIL }],
  ])('but not where it is now, or a verb takes the time: %s', (text, filters) => {
    expect(read(text)).toMatchObject({ unknownWords: [] });
    expect(read(text).question).toMatchObject({ filters });
    expect(read(text).question).not.toHaveProperty('filters.reported');
  });
  test('a time to come is told not to be heeded', () => {
    expect(read('Welche sind nächste Woche rot?')).toMatchObject({
      question: { filters: { health: ['red'] } },
      unknownWords: ['nächste Woche'],
    });
  });
  test('what is said of today beside it is told as well', () => {
    expect(read('Welche roten Projekte waren letzte Woche noch grün?').unknownWords).toEqual(['roten']);
  });
  test('may be supposed of one project, and asked for its reason', () => {
    expect(read('War der Kita-Navigator letzte Woche rot?').question).toMatchObject({
      intent: 'verify',
      claims: { health: ['red'], reported: LAST_WEEK },
    });
    expect(read('Warum war der Kita-Navigator im April gelb?').question).toMatchObject({
      intent: 'why',
      claims: { health: ['amber'], reported: APRIL },
    });
  });
  test('is followed up by another time', () => {
    const context = aContext({ intent: 'count', filters: { health: ['red'], reported: LAST_WEEK } });
    expect(read('und im April?', { context }).question).toEqual({
      intent: 'count',
      filters: { health: ['red'], reported: APRIL },
    });
  });
  test.each([
    ['Seit wann ist der Kita-Navigator rot?', ['red']],
    ['wie lange steht der kita-navigator schon auf gelb', ['amber']],
    ['Since when is the childcare navigator red?', ['red']],
    ['Seit welcher Woche ist der Kita-Navigator rot?', ['red']],
    ['ab welcher kw war der kita-navigator gelb', ['amber']],
    ['Since which week has the childcare navigator been red?', ['red']],
    ['From what week on was the childcare navigator amber?', ['amber']],
  ])('%s: since when is told, not when the project began', (text, since) => {
    expect(read(text).question).toEqual({ intent: 'history', project: 'kita', during: null, since });
    expect(read(text).unknownWords).toEqual([]);
  });
});

test('why a project was put off asks for the reason of that', () => {
  for (const text of [
    'Warum wurde der Kita-Navigator verschoben?',
    'wieso verschiebt sich der kita-navigator',
    'Why was the childcare navigator postponed?',
  ]) {
    expect(read(text)).toMatchObject({
      question: { intent: 'why', project: 'kita', claims: { postponed: true } },
      unknownWords: [],
    });
  }
});

test('how old what is known is, is told with the status', () => {
  expect(read('wie alt ist der letzte stand vom kita-navigator').question).toMatchObject({
    intent: 'fact',
    fields: expect.arrayContaining(['status']),
  });
});

test.each(['und in KW 19?', 'and in week 19?', 'und in der 19. kw'])(
  'a time over after what is red is that of the reports as well: %s',
  (text) => {
    const context = aContext(read('Welche Projekte sind rot?').question);
    expect(read(text, { context }).question).toMatchObject({
      intent: 'list',
      filters: { health: ['red'], reported: { from: '2026-05-04', to: '2026-05-10' } },
    });
  },
);
