import { reader } from './city.js';

const read = reader();

describe('how long projects run', () => {
  test.each([
    ['Which projects run this year?', { active: { from: '2026-01-01', to: '2026-12-31' } }],
    ['Welche Projekte laufen dieses Jahr?', { active: { from: '2026-01-01', to: '2026-12-31' } }],
    ['Which ones run until 2027?', { end: { from: null, to: '2027-12-31' } }],
    ['Welche Projekte laufen bis Ende 2027?', { end: { from: null, to: '2027-12-31' } }],
    ['Welche Projekte laufen bis mindestens 2028?', { end: { from: '2028-01-01', to: null } }],
    ['Which projects run?', { registers: ['running'] }],
  ])('%s', (text, filters) => {
    expect(read(text).question).toEqual({ intent: 'list', filters, order: null, limit: null, page: 0 });
  });
});
