import { jest } from '@jest/globals';
import { rawFile, rawProject } from '../programme/file/files.js';
import { Workplace } from './run.js';

jest.setTimeout(240_000);
let at: Workplace;
beforeAll(async () => {
  at = new Workplace();
  const projects = [
    rawProject({ title: { de: 'Anträge online', en: 'Applications online' }, end: '2026-12-31' }),
    rawProject({ id: 'baum', title: 'Baumkataster', register: 'future', lead: { department: 'FB-Grün' } }),
  ];
  const people = [...(rawFile().people as object[]), { id: 'p3', name: 'Cem Clematis', department: 'FB-Grün' }];
  at.write('town.json', rawFile({ projects, people }));
  await at.run(['import', 'town.json']);
});
afterAll(() => at.remove());

describe('ask', () => {
  const now = { LOTSE_NOW: '2026-05-18T08:00:00Z' };

  it('answers as text, in the language of the words', async () => {
    const german = await at.run(['ask', 'Wann endet Anträge online?'], now);
    expect(german).toMatchObject({ code: 0, err: '' });
    expect(german.out).toContain('31.12.2026');
    expect(german.out).toContain('Stand: 18.05.2026');
    const english = await at.run(['ask', 'When does Applications online end?'], now);
    expect(english.out).toContain('Applications online');
    expect(english.out).toContain('As of 18 May 2026');
  });

  it('asks as somebody of the programme', async () => {
    const { out } = await at.run(['ask', 'Welche Projekte führt mein Fachbereich?', '--as', 'p3'], now);
    expect(out).toContain('Baumkataster');
    expect(out).not.toContain('Anträge online');
    const stranger = await at.run(['ask', 'Hallo', '--as', 'niemand'], now);
    expect(stranger).toMatchObject({ code: 1, out: '' });
    expect(stranger.err).toContain('no person "niemand"');
  });

  it('wants a question', async () => {
    const { code, out, err } = await at.run(['ask', ' ']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Write a question, for example: /);
    expect((await at.run(['ask', 'Wie wird das Wetter?'], now)).out).toMatch(/Das kann ich beantworten:\n/);
  });

  it('gives the answer as data', async () => {
    const { out } = await at.run(['ask', 'Wie viele laufende Projekte gibt es?', '--json'], now);
    const { text, answer } = JSON.parse(out) as { text: string; answer: Record<string, unknown> };
    expect(answer).toMatchObject({ body: { kind: 'count' }, question: { intent: 'count' }, lang: 'de' });
    expect(text).toMatch(/\b1\b|\bein/i);
  });
});

describe('eval', () => {
  const question = (id: string, tags: string[], must: string[]) =>
    JSON.stringify({
      id,
      lang: 'de',
      tags,
      asker: null,
      turns: ['Welche laufenden Projekte gibt es?'],
      expect: [{ must }],
    });

  it('prints a table by tag and language with the misses, and fails below the wanted share', async () => {
    at.write(
      'set.jsonl',
      [question('a', ['register', 'good'], ['antrag']), question('b', ['bad'], ['baum'])].join('\n'),
    );
    const run = await at.run(['eval', 'set.jsonl', '--programme', 'town.json', '--min', '0.6']);
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/^bad +0\/1 +0 %$/m);
    expect(run.out).toMatch(/^\(de\) +1\/2 +50 %$/m);
    expect(run.out).toMatch(
      /✗ b "Welche laufenden Projekte gibt es\?"\n {4}missing baum; wrongly named antrag\n {4}said: /,
    );
    expect(run.out).toContain('1 of 2 right, 50.0 %');
    expect((await at.run(['eval', 'set.jsonl', '--programme', 'town.json', '--min', '0.5'])).code).toBe(0);
  });

  it('takes the department of whoever asks from the set, whether it has people or not', async () => {
    const asked = { turns: ['Welche Projekte führen wir?'], lang: 'de', tags: [], expect: [{ must: ['baum'] }] };
    const people: unknown[] = [];
    const projects = [rawProject({ id: 'baum', title: 'Baumkataster', lead: { department: 'FB-Grün' } })];
    at.write('empty.json', rawFile({ people, projects }));
    at.write('set.jsonl', JSON.stringify({ id: 'q', asker: { department: 'FB-Grün' }, ...asked }));
    const { out } = await at.run(['eval', 'set.jsonl', '--programme', 'empty.json']);
    expect(out).toContain('1 of 1 right, 100.0 %');
  });

  it.each([
    ['a set that is none', ['eval', 'town.json', '--programme', 'town.json'], 'town.json is not a question set'],
    ['a share in per cent', ['eval', 'x', '--min', '90'], 'Write a number from 0 to 1'],
    ['a programme with faults', ['eval', 'set.jsonl', '--programme', 'broken.json'], 'broken.json: one fault'],
  ])('fails in plain words with %s', async (_what, args, words) => {
    at.write('set.jsonl', question('a', [], []));
    at.write('broken.json', '{');
    const { code, err } = await at.run(args);
    expect(code).toBe(1);
    expect(err).toContain(words);
  });
});
