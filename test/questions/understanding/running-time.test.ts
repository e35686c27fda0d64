import { reader } from './city.js';

const read = reader();

describe('how long projects run', () => {
  test.each([
    ['Which projects run this year?', { active: { from: '2026-01-01', to: '2026-12-31' } }],
    ['Welche Projekte laufen dieses Jahr?', { active: { from: '2026-01-01', to: '2026-12-31' } }],
    ['Which ones run until 2027?', { end: { from: null, to: '2027-12-31' } }],
    ['Welche Projekte laufen bis Ende 2027?', { end: { from: null, to: '2027-12-31' } }],
    ['Welche Projekte laufen bis mindestens 2028?', { end: { from: '2028-01-01', to: null } }],
    ['Welche Projekte laufen seit 2024?', { start: { from: '2024-01-01', to: '2026-05-18' } }],
    ['Welche Projekte enden 2026 oder 2027?', { end: { from: '2026-01-01', to: '2027-12-31' } }],
    ['Welche Projekte enden in Q1 oder Q2 2027?', { end: { from: '2027-01-01', to: '2027-06-30' } }],
    [
      'Welche Projekte enden 2025 und 2027?',
      {
        end: { from: '2025-01-01', to: '2027-12-31' },
        not: { end: { from: '2026-01-01', to: '2026-12-31' } },
      },
    ],
    [
      'welche projekte starten noch vor ende des jahres',
      { registers: ['upcoming', 'future'], start: { from: null, to: '2026-12-31' } },
    ],
    ['Welche Projekte starten bis Jahresende?', { start: { from: null, to: '2026-12-31' } }],
    ['Welche Projekte sind bis Jahresende fertig?', { end: { from: null, to: '2026-12-31' } }],
    ['Which projects finish by year-end?', { end: { from: null, to: '2026-12-31' } }],
    ['Projekte bis Ende 2027', { end: { from: null, to: '2027-12-31' } }],
    ['Which projects run?', { registers: ['running'] }],
  ])('%s', (text, filters) => {
    expect(read(text).question).toEqual({ intent: 'list', filters, order: null, limit: null, page: 0 });
  });
});
