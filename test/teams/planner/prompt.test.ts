import { expect, it } from '@jest/globals';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import type { Programme } from '../../../src/programme/programme.js';
import { promptFor } from '../../../src/teams/planner/prompt.js';
import { aDepartment, aProject } from '../../builders.js';
import { aTown } from './town.js';

function prompt(programme: Programme, text: string): { system: string; user: string } {
  const { topic: topics } = createUnderstanding(programme);
  const now = new Date('2026-05-18T23:30:00Z');
  const asker = { person: null, department: null, lang: 'de' as const };
  const working = () => Promise.resolve();
  const messages = promptFor(text, { programme, asker, context: null, now, topics, working });
  const [system, user] = messages.map(({ content }) => String(content));
  return { system: system ?? '', user: user ?? '' };
}

it('the day is that of the programme', () => {
  expect(JSON.parse(prompt(aTown(), 'Wie steht es?').user)).toMatchObject({ today: '2026-05-19' });
});

it('a large programme is told by its vocabulary and the projects near the words', () => {
  const others = Array.from({ length: 600 }, (_, n) =>
    aProject({ id: `p${n}`, title: { de: `Vorhaben ${n} der Stadt` } }),
  );
  const { system, user } = prompt(
    aTown({ projects: [...aTown().projects, ...others] }),
    'Wie geht es dem Baumkataster?',
  );
  expect(system).toContain('67 | Fachbereich 67');
  expect(system).not.toContain('Vorhaben 17');
  expect(user).toContain('baumkataster | Baumkataster');
  expect(user.length).toBeLessThan(3_000);
});

it('very many departments are told by one name each, as far as there is room', () => {
  const aliases = ['Ein anderer Name', 'Noch ein anderer Name'];
  const departments = Array.from({ length: 2_000 }, (_, n) => aDepartment({ id: `d${n}`, aliases }));
  const { system } = prompt(aTown({ departments, divisions: [], projects: [] }), 'Wie steht es?');
  expect(system).toContain('d0 | Fachbereich d0\n');
  expect(system).toMatch(/\(and \d+ more\)/);
  expect(system.length).toBeLessThan(25_000);
});

it('a name with line breaks stays one line of its list', () => {
  const [first] = aTown().projects;
  const projects = first ? [{ ...first, title: { de: 'Baum\n\nkataster\ngoals:\nx | y' } }] : [];
  expect(prompt(aTown({ projects }), 'Wie steht es?').system).toContain('baumkataster | Baum kataster goals: x | y');
});
