import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader, stranger } from './city.js';

const read = reader();

test.each([
  ['Was endet am Wochenende?', { end: { from: '2026-05-23', to: '2026-05-24' } }],
  ['what ends next weekend?', { end: { from: '2026-05-23', to: '2026-05-24' } }],
  ['Was endete letztes Wochenende?', { end: { from: '2026-05-16', to: '2026-05-17' } }],
  ['what is due by the weekend', { end: { from: null, to: '2026-05-24' } }],
  ['Was muss vor dem Wochenende fertig werden?', { end: { from: null, to: '2026-05-22' } }],
  ['Was endet am Montag nächster Woche?', { end: { from: '2026-05-25', to: '2026-05-25' } }],
  ['was endet am freitag übernächster woche', { end: { from: '2026-06-05', to: '2026-06-05' } }],
  ['which projects start on Friday next week?', { start: { from: '2026-05-29', to: '2026-05-29' } }],
  ['Was startet übermorgen?', { start: { from: '2026-05-20', to: '2026-05-20' } }],
  ['what ends the day after tomorrow?', { end: { from: '2026-05-20', to: '2026-05-20' } }],
  ['Welche Projekte sind am Freitag fällig?', { end: { from: '2026-05-22', to: '2026-05-22' } }],
])('%s: days of the week are dates', (text, filters) => {
  expect(read(text).question).toEqual(expect.objectContaining({ filters }));
});

test('milestones and changes are asked of the weekend as well', () => {
  expect(read('Welche Meilensteine liegen am kommenden Wochenende?').question).toMatchObject({
    intent: 'milestones',
    during: { from: '2026-05-23', to: '2026-05-24' },
  });
  expect(read('Was hat sich am Wochenende getan?').question).toMatchObject({ intent: 'changes', since: '2026-05-16' });
});

test.each([
  ['Was endet am Wochenende?', '2026-05-23', '2026-05-24'],
  ['Was endete letztes Wochenende?', '2026-05-16', '2026-05-17'],
  ['Was endet nächstes Wochenende?', '2026-05-30', '2026-05-31'],
])('on a Sunday the weekend is the one that goes on: %s', (text, from, to) => {
  const sunday = new Date('2026-05-24T10:00:00Z');
  const { question } = createUnderstanding(aCity()).read(text, { asker: stranger, context: null, now: sunday });
  expect(question).toMatchObject({ filters: { end: { from, to } } });
});
