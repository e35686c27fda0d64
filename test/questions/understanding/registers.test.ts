import { reader } from './city.js';

const read = reader();
const filtersOf = (text: string) => {
  const { question } = read(text);
  return 'filters' in question ? question.filters : question.intent;
};

describe('words of time that name no register', () => {
  test.each([
    ['Welche Projekte sind über ihr vorgesehenes Ende hinaus?', { overdue: true }],
    ['Bei welchen Vorhaben ist der Endtermin längst verstrichen?', { overdue: true }],
    ['Which projects are beyond their planned end?', { overdue: true }],
    ['Welche Projekte sind zurzeit kritisch?', { health: ['red'] }],
    ['Which projects are currently at risk?', { health: ['amber'] }],
    ['Was läuft zum Thema KI?', { topic: ['KI'] }],
    ['Welche Projekte sind momentan in Planung?', { registers: ['upcoming'] }],
  ])('%s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
  test.each([
    ['Welche Projekte laufen zurzeit?', { registers: ['running'] }],
    ['Was ist geplant?', { registers: ['upcoming'] }],
    ['Welche Projekte zu KI laufen?', { registers: ['running'], topic: ['KI'] }],
  ])('and those that do: %s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
  test.each([
    ['Welches Vorhaben ist als nächstes fertig?', 'end'],
    ['Which project is next to finish?', 'end'],
    ['Which is the next project to begin?', 'start'],
  ])('what comes next lies ahead: %s', (text, by) => {
    expect(read(text).question).toMatchObject({
      filters: { [by]: { from: '2026-05-18', to: null } },
      order: { by, direction: 'asc' },
      limit: 1,
    });
  });
});

describe('a date beside "running"', () => {
  const year = (of: number) => ({ from: `${of}-01-01`, to: `${of}-12-31` });
  test.each([
    ['How many running projects end this year?', { registers: ['running'], end: year(2026) }],
    ['Which running projects started in 2025?', { registers: ['running'], start: year(2025) }],
    ['Which projects running now end in 2027?', { registers: ['running'], end: year(2027) }],
    ['Welche laufenden Vorhaben enden 2027?', { registers: ['running'], end: year(2027) }],
    ['Which projects are running in 2027?', { active: year(2027) }],
    ['Welche Projekte laufen 2027?', { active: year(2027) }],
  ])('%s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
});

describe('what is planned at a place', () => {
  const places = {
    soziales: { organisations: [{ departments: ['50'], division: null, relation: 'any' }] },
    raum: { actionFields: ['raum'] },
  };
  test.each([
    ['was is beim fb 50 noch geplant', { ...places.soziales, registers: ['upcoming'] }],
    ['Was ist im Handlungsfeld Kluger Stadtraum alles geplant?', { ...places.raum, registers: ['upcoming'] }],
    ["what's planned in FB 50?", { ...places.soziales, registers: ['upcoming'] }],
    ['was ist beim fb 50 gerade in arbeit', { ...places.soziales, registers: ['running'] }],
  ])('%s', (text, filters) => {
    expect(filtersOf(text)).toEqual(filters);
  });
  test('a matter that is planned is asked for whatever its register', () => {
    expect(read('Was ist für die Ampelsteuerung noch geplant?').question).toEqual({
      intent: 'project',
      project: 'ampel',
    });
  });
});

test.each([
  'Welche künftigen oder geplanten Vorhaben liegen federführend beim FB 50?',
  'Which future or planned projects does FB 50 lead?',
])('%s: both registers', (text) => {
  expect(filtersOf(text)).toEqual({
    registers: ['upcoming', 'future'],
    organisations: [{ departments: ['50'], division: null, relation: 'leads' }],
  });
});

test.each([
  ['was hat das alte amt für wohnen noch nicht gestartet', ['upcoming', 'future']],
  ['Was hat das ehemalige Amt für Wohnen schon gestartet?', ['running']],
])('%s: what it does is what it leads', (text, registers) => {
  expect(read(text)).toMatchObject({
    question: { filters: { registers, organisations: [{ departments: ['50'], relation: 'leads' }] } },
    unknownWords: [],
    notes: [{ kind: 'formerName', department: '50' }],
  });
});

test.each([
  ['Which permanent tasks cost more than 50k a year to run?', ['permanent']],
  ['Which permanent tasks cost more than 50k to run?', ['permanent']],
])('%s: what it costs to run speaks of no register', (text, registers) => {
  const thresholds = [{ measure: 'runningPerYear', over: 50_000, under: null, inclusive: false }];
  expect(filtersOf(text)).toEqual({ registers, thresholds });
});

test.each([
  'Was läuft bei uns als Daueraufgabe?',
  'Welche Projekte laufen als Daueraufgabe?',
  'what runs as a permanent task?',
])('%s: as what it runs is the register', (text) => {
  expect(read(text).question).toMatchObject({ filters: { registers: ['permanent'] } });
});

test.each([
  'Bei welchen laufenden Projekten ist das Enddatum schon rum?',
  'bei welchen laufenden ist die frist bereits um',
  'which running projects’ end date has already passed?',
])('%s: overdue', (text) => {
  expect(read(text).question).toMatchObject({ filters: { registers: ['running'], overdue: true } });
});
