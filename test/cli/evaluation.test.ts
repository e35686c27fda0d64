import { judge } from '../../src/cli/evaluation/judge.js';
import { readQuestionSet } from '../../src/cli/evaluation/question-set.js';
import { readMessage } from '../../src/cli/evaluation/read-message.js';
import { report, shareRight, tally, type Outcome } from '../../src/cli/evaluation/tally.js';
import { aProgramme, aProject } from '../builders.js';

const programme = aProgramme({
  projects: [
    aProject({ id: 'akte', title: { de: 'E-Akte', en: 'E-file' } }),
    aProject({ id: 'akte-plus', title: { de: 'E-Akte Plus', en: 'E-file plus' } }),
    aProject({ id: 'netz', title: { de: 'Netz' } }),
  ],
});

describe('judging a reply', () => {
  it.each<[string, Parameters<typeof judge>[0], string, string[]]>([
    ['every wanted project in either language', { must: ['akte', 'netz'] }, 'E-file and Netz', []],
    ['a missing project', { must: ['akte', 'netz'] }, 'Nur das Netz', ['missing akte']],
    ['a title inside a longer one', { must: ['akte'] }, 'E-Akte Plus', ['missing akte', 'wrongly named akte-plus']],
    ['a project too many', { must: ['akte'] }, 'E-Akte, Netz', ['wrongly named netz']],
    ['one that may be named', { must: ['akte'], may: ['netz'] }, 'E-Akte, Netz', []],
    ['any that may be named', { must: ['akte'], may: 'any' }, 'E-Akte, Netz', []],
    ['a title across a line break', { must: ['akte-plus'] }, '**E-Akte\nPlus**', []],
    ['a count', { count: 12 }, 'Es sind 12.', []],
    ['a count inside another number', { count: 12 }, 'Es sind 112 oder 120.', ['count 12 not said']],
    ['a fact in one of its forms', { facts: [['30.09.2026', '30. September 2026']] }, 'am 30. September 2026', []],
    ['no fact', { facts: [['54.000']] }, 'Netz: unbekannt', ['fact missing: 54.000']],
    ['nothing said to match', { none: true }, 'Dazu gibt es keine Projekte.', []],
    ['nothing said at all about it', { none: true }, 'Guten Tag.', ['does not say that nothing matches']],
    ['an offer', { clarify: ['E-Akte'], may: 'any' }, 'Meinen Sie E-Akte?', []],
    ['an offer without a question', { clarify: ['Netz'], may: 'any' }, 'Netz', ['asks nothing back']],
    ['silence', { help: true }, ' ', ['no reply']],
    ['out of scope naming a project', { outOfScope: true }, 'Das Netz', ['wrongly named netz']],
  ])('%s', (_what, expect_, reply, faults) => {
    expect(judge(expect_, reply, programme)).toEqual(faults);
  });
});

it('a message is read with its card, without what nobody sees', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [{ type: 'TextBlock', text: 'Karte' }],
    actions: [{ data: { a: 'geheim' } }],
  };
  expect(readMessage({ summary: 'kurz', text: 'lang', card })).toBe('kurz\nlang\nKarte');
});

describe('a question set', () => {
  const line = { id: 'q1', lang: 'de', tags: ['a'], asker: null, turns: ['Was?'], expect: [{ must: [] }] };

  it('is read line by line', () => {
    expect(readQuestionSet(`${JSON.stringify(line)}\n\n${JSON.stringify({ ...line, id: 'q2' })}\n`, 'x')).toHaveLength(
      2,
    );
  });

  it('is refused with every faulty line', () => {
    const bad = ['{', JSON.stringify({ ...line, lang: 'fr' }), JSON.stringify({ ...line, expect: [] })].join('\n');
    expect(() => readQuestionSet(bad, 'x.jsonl')).toThrow(
      /x\.jsonl.*\n.*line 1: not JSON\n.*line 2: lang .*\n.*line 3: .*one expectation/,
    );
    expect(() => readQuestionSet('\n', 'x.jsonl')).toThrow('holds no questions');
  });
});

it('outcomes are counted by language and tag, the weakest first, with the misses', () => {
  const outcome = (id: string, lang: string, tags: string[], faults: string[]): Outcome => ({
    id,
    lang,
    tags,
    faults,
    turns: ['Frage'],
    replies: ['Antwort'],
  });
  const outcomes = [
    outcome('1', 'de', ['x'], []),
    outcome('2', 'de', ['x', 'y'], ['missing z']),
    outcome('3', 'en', ['x'], []),
  ];
  expect(tally(outcomes)).toEqual([
    { group: 'y', right: 0, all: 1 },
    { group: '(de)', right: 1, all: 2 },
    { group: 'x', right: 2, all: 3 },
    { group: '(en)', right: 1, all: 1 },
  ]);
  expect(shareRight(outcomes)).toBeCloseTo(2 / 3);
  const text = report(outcomes).join('\n');
  expect(text).toContain('✗ 2 "Frage"\n    missing z\n    said: Antwort');
  expect(text).toContain('2 of 3 right, 66.7 %');
});
