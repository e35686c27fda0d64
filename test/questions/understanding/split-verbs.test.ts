import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const read = reader(createUnderstanding(aCity()));

it.each([
  ['Was fängt im Oktober an?', { start: { from: '2026-10-01', to: '2026-10-31' } }],
  ['welche vorhaben laufen bei der feuerwehr nächstes jahr an', { start: { from: '2027-01-01', to: '2027-12-31' } }],
  ['was läuft am 30.9. aus', { end: { from: '2026-09-30', to: '2026-09-30' } }],
  ['Was hört 2027 auf?', { end: { from: '2027-01-01', to: '2027-12-31' } }],
])('%s: the halves of a verb are one word', (text, filters) => {
  const { question } = read(text);
  expect(question).toMatchObject({ filters });
  expect(question).not.toHaveProperty('filters.registers');
});

it('keeps the verb where a preposition begins something of its own', () => {
  expect(read('Welche Projekte laufen bei uns an Straßen?').question).toMatchObject({
    filters: { registers: ['running'] },
  });
});

it('knows "late" at the end for what a project may be, and before a year for a time', () => {
  expect(read('Is the Kita-Navigator late?').question).toMatchObject({ intent: 'verify', claims: { overdue: true } });
  expect(read('Which projects end in late 2026?').question).not.toHaveProperty('filters.overdue');
});
