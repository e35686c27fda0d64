import { reader } from './city.js';

const read = reader();
const JUNE = { from: '2026-06-01', to: '2026-06-30' };

describe('what comes up in a time', () => {
  test.each([
    ['was steht im juni an', JUNE],
    ['Was steht nächste Woche an?', { from: '2026-05-25', to: '2026-05-31' }],
    ["what's coming up in june", JUNE],
    ['was ist diese woche los', { from: '2026-05-18', to: '2026-05-24' }],
  ])('%s', (text, during) => {
    expect(read(text)).toMatchObject({ question: { intent: 'agenda', during, filters: {} }, unknownWords: [] });
  });
  test('of an office', () => {
    expect(read('was steht beim jugendamt im juni an').question).toEqual({
      intent: 'agenda',
      during: JUNE,
      filters: { organisations: [{ departments: ['51'], division: null, relation: 'any' }] },
    });
  });
  test('of a time that is over, what has changed since', () => {
    expect(read('was war letzte woche los').question).toEqual({
      intent: 'changes',
      since: '2026-05-11',
      filters: {},
    });
  });
  test.each([
    ['Was startet im Juni?', 'list'],
    ['Welche Meilensteine stehen im Juni an?', 'milestones'],
    ['Welche Entscheidungen stehen im Juni an?', 'decisions'],
  ])('%s asks for one kind of day', (text, intent) => {
    expect(read(text).question.intent).toBe(intent);
  });
});

test.each([
  ['Welcher Meilenstein kommt als nächstes beim Kita-Navigator?', 'kita'],
  ['what is the next milestone', null],
])('%s: only the one that comes next', (text, project) => {
  expect(read(text).question).toMatchObject({ intent: 'milestones', project, state: 'open', next: true });
});
test('the next milestones are several', () => {
  expect(read('Was sind die nächsten Meilensteine?').question).not.toHaveProperty('next');
});
