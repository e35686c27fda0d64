import { reader } from './city.js';

const read = reader();
const TODAY = '2026-05-18';

describe('what is denied', () => {
  test.each([
    ['Welche laufenden Projekte sind nicht überfällig?', { registers: ['running'], overdue: false }],
    ['Which projects are not overdue?', { overdue: false }],
    ['Welche laufenden Projekte sind nicht pausiert?', { registers: ['running'], paused: false }],
    ['Welche Projekte haben keine Probleme?', { not: { health: ['red', 'amber'] } }],
    ['Which projects have no problems?', { not: { health: ['red', 'amber'] } }],
    ['Welche Projekte sind noch nicht abgeschlossen?', { not: { end: { from: null, to: TODAY } } }],
    ['Welche Projekte sind noch nicht fertig?', { not: { end: { from: null, to: TODAY } } }],
    ['Welche Projekte enden nicht 2026?', { not: { end: { from: '2026-01-01', to: '2026-12-31' } } }],
    ['Welche Projekte enden nicht vor 2028?', { end: { from: '2028-01-01', to: null } }],
  ])('a state or a time: %s', (text, filters) => {
    expect(read(text).question).toMatchObject({ intent: 'list', filters });
    expect(Object.keys((read(text).question as { filters: object }).filters).sort()).toEqual(
      Object.keys(filters).sort(),
    );
  });
  test.each([
    ['Alle laufenden Projekte außer denen zu KI', { registers: ['running'], not: { topic: ['KI'] } }],
    ['Welche laufenden Projekte haben nichts mit KI zu tun?', { registers: ['running'], not: { topic: ['KI'] } }],
    ['Which running projects are not about AI?', { registers: ['running'], not: { topic: ['AI'] } }],
    ['Welche Projekte gibt es ohne Sensoren?', { not: { topic: ['Sensoren'] } }],
  ])('a matter: %s', (text, filters) => {
    expect(read(text).question).toMatchObject({ filters });
    expect(read(text).question).not.toHaveProperty('filters.topic');
  });
  test.each([
    ['Welche Projekte sind nicht rot oder gelb?', { not: { health: ['red', 'amber'] } }],
    ["Which projects aren't red or amber?", { not: { health: ['red', 'amber'] } }],
    ['Welche Projekte sind nicht laufend oder geplant?', { not: { registers: ['running', 'upcoming'] } }],
    [
      'Welche werden nicht vom Jugendamt oder der Feuerwehr geleitet?',
      { not: { organisations: [{ departments: ['51', '37'], relation: 'leads' }] } },
    ],
    ['Welche Projekte sind nicht rot, sondern gelb?', { health: ['amber'], not: { health: ['red'] } }],
  ])('with what is joined to it: %s', (text, filters) => {
    expect(read(text).question).toMatchObject({ filters });
    expect(Object.keys((read(text).question as { filters: object }).filters)).toEqual(Object.keys(filters));
  });
  test.each([
    [
      "Doesn't FB 51 lead the childcare navigator?",
      { intent: 'verify', claims: { organisations: [{ departments: ['51'] }] } },
    ],
    ['Ich weiß nicht welche Projekte das Jugendamt leitet', { filters: { organisations: [{ departments: ['51'] }] } }],
  ])('nothing: %s', (text, question) => {
    expect(read(text).question).toMatchObject(question);
  });
});

describe('what is finished', () => {
  test.each(['Welche Projekte sind durch?', 'Welche Projekte sind fertig?', 'Welche sind schon durch?'])(
    '%s',
    (text) => {
      expect(read(text).question).toMatchObject({ filters: { end: { from: null, to: TODAY } } });
    },
  );
  test('of one project', () => {
    expect(read('Ist der Kita-Navigator schon fertig?').question).toMatchObject({
      intent: 'verify',
      claims: { end: { from: null, to: TODAY } },
    });
  });
  test.each(['Welche Projekte werden durch FB 12 geleitet?', 'Wann ist der Kita-Navigator fertig?'])(
    'not: %s',
    (text) => {
      expect(read(text).question).not.toHaveProperty('filters.end');
    },
  );
});

test.each(['Was muss man bald nicht mehr mit Verkehr planen?', 'Which projects will no longer need Verkehr?'])(
  'what projects put an end to is their matter: %s',
  (text) => {
    const { question, unknownWords } = read(text);
    expect(question).toMatchObject({ filters: { topic: expect.arrayContaining(['Verkehr']) } });
    expect(question).not.toHaveProperty('filters.not');
    expect(unknownWords).toEqual([]);
  },
);
