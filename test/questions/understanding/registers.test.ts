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
