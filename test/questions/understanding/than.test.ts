import { aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const resources = { investment: 40_000, runningPerYear: null, personnelDays: 90, fte: null, funding: null };
const read = reader(
  createUnderstanding(
    aCity({
      projects: [
        aProject({ id: 'kita', title: { de: 'Kita-Navigator' }, start: '2026-01-01', end: '2026-12-31', resources }),
        aProject({ id: 'ampel', title: { de: 'Intelligente Ampelsteuerung' }, keywords: ['Verkehr'] }),
      ],
    }),
  ),
);
const over = (measure: string, bound: number) => ({ measure, over: bound, under: null, inclusive: false });

test.each([
  ['Welche Projekte sind teurer als der Kita-Navigator?', { thresholds: [over('investment', 40_000)] }],
  ['Which projects are more expensive than the Kita-Navigator?', { thresholds: [over('investment', 40_000)] }],
  ['Welche Projekte haben mehr Personentage als der Kita-Navigator?', { thresholds: [over('personnelDays', 90)] }],
  ['Welche Projekte dauern länger als der Kita-Navigator?', { thresholds: [over('duration', 364)] }],
  ['Welche Projekte enden nach dem Kita-Navigator?', { end: { from: '2027-01-01', to: null } }],
  ['Welche Projekte enden vor dem Kita-Navigator?', { end: { from: null, to: '2026-12-30' } }],
])('a project is what others are measured by: %s', (text, filters) => {
  expect(read(text)).toMatchObject({ unknownWords: [], question: { intent: 'list', filters, order: null } });
  expect(read(text).question).not.toHaveProperty('filters.topic');
});

test.each([
  [
    'Welche Projekte kosten 20.000 Euro mehr als der Kita-Navigator?',
    { measure: 'investment', over: 60_000, under: null, inclusive: true },
  ],
  [
    'Which projects need 30 personnel days less than the Kita-Navigator?',
    { measure: 'personnelDays', over: null, under: 60, inclusive: true },
  ],
])('by how much is added to what it is measured by: %s', (text, threshold) => {
  expect(read(text)).toMatchObject({ unknownWords: [], question: { filters: { thresholds: [threshold] } } });
});

test('a distance to what states no sum is told as not heeded', () => {
  expect(read('Welche Projekte kosten 20.000 Euro mehr als die Ampelsteuerung?').unknownWords).toContain('20.000 Euro');
});

test('they can be counted', () => {
  expect(read('Wie viele Projekte sind teurer als der Kita-Navigator?').question).toEqual({
    intent: 'count',
    filters: { thresholds: [over('investment', 40_000)] },
  });
});

test('a matter is none', () => {
  expect(read('Welche Projekte zu Verkehr enden nach 2027?').question).toMatchObject({
    filters: { topic: ['Verkehr'], end: { from: '2028-01-01' } },
  });
});
