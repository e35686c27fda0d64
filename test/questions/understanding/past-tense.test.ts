import { reader } from './city.js';

const read = reader();
const filters = (text: string): unknown => {
  const { question } = read(text);
  return 'filters' in question ? question.filters : question;
};

test.each([
  ['Was wurde dieses Jahr gestartet?', { start: { from: '2026-01-01', to: '2026-05-18' } }],
  ['Welche Projekte haben 2026 begonnen?', { start: { from: '2026-01-01', to: '2026-05-18' } }],
  ['which projects have started this year?', { start: { from: '2026-01-01', to: '2026-05-18' } }],
  ['What projects began this quarter?', { start: { from: '2026-04-01', to: '2026-05-18' } }],
  ['did any projects start this month?', { start: { from: '2026-05-01', to: '2026-05-18' } }],
  ['Welche Projekte wurden dieses Jahr abgeschlossen?', { end: { from: '2026-01-01', to: '2026-05-18' } }],
  ['Was ist dieses Jahr fertig geworden?', { end: { from: '2026-01-01', to: '2026-05-18' } }],
  ['what was finished this year?', { end: { from: '2026-01-01', to: '2026-05-18' } }],
])('%s: what has been, not what is planned', (text, expected) => {
  expect(filters(text)).toEqual(expected);
});

test.each([
  ['Was startet dieses Jahr?', { start: { from: '2026-01-01', to: '2026-12-31' } }],
  ['Welche Projekte sollen dieses Jahr gestartet werden?', { start: { from: '2026-01-01', to: '2026-12-31' } }],
  ['Welche Projekte werden dieses Jahr abgeschlossen?', { end: { from: '2026-01-01', to: '2026-12-31' } }],
  ['which projects are to be finished this year?', { end: { from: '2026-01-01', to: '2026-12-31' } }],
  ['Was wurde letztes Jahr gestartet?', { start: { from: '2025-01-01', to: '2025-12-31' } }],
])('%s: the whole time', (text, expected) => {
  expect(filters(text)).toEqual(expected);
});

test('what has not begun in a time that goes on may yet begin in it', () => {
  expect(filters('Welche Projekte sind dieses Jahr noch nicht gestartet?')).toEqual({
    start: { from: '2026-05-19', to: '2026-12-31' },
  });
});

test('a state in a clause of its own is a condition beside the day', () => {
  expect(filters('Welche Projekte sind 2025 gestartet und laufen noch?')).toEqual({
    start: { from: '2025-01-01', to: '2025-12-31' },
    registers: ['running'],
  });
});

test.each([
  ['Was läuft noch bis 2028?', { end: { from: '2028-01-01', to: null } }],
  ['Welche Projekte gehen noch bis Herbst?', { end: { from: '2026-09-01', to: null } }],
  ['which projects are still running until 2028?', { end: { from: '2028-01-01', to: null } }],
  ['Welche Projekte enden noch bis Herbst?', { end: { from: null, to: '2026-11-30' } }],
  ['Welche Projekte gehen bis 2028?', { end: { from: null, to: '2028-12-31' } }],
])('%s: how long they go on', (text, expected) => {
  expect(filters(text)).toEqual(expected);
});

test.each([
  'Welches laufende Projekt hat am frühesten begonnen?',
  'which running project started first?',
  'welches laufende projekt ist als erstes gestartet',
])('%s: of all that have begun the one that was first', (text) => {
  expect(read(text).question).toMatchObject({
    intent: 'list',
    filters: { registers: ['running'] },
    order: { by: 'start', direction: 'asc' },
    limit: 1,
  });
  expect(filters(text)).not.toHaveProperty('start');
});

test('what starts first is yet to start', () => {
  expect(filters('Welches Projekt startet als erstes?')).toEqual({ start: { from: '2026-05-18', to: null } });
});
