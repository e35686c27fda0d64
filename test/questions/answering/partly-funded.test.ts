import type { Filters, Question } from '../../../src/questions/question.js';
import { aPortfolio, aProject } from '../../builders.js';
import { say } from '../../cards/answers/present.js';
import { ask, bodyOf } from './town.js';

const funded = (id: string, funding: 'missing' | 'partly' | 'available') =>
  aProject({ id, title: { de: id.toUpperCase() }, resources: { funding, investment: 100 } });
const portfolio = aPortfolio({
  projects: [funded('a', 'missing'), funded('b', 'partly'), funded('c', 'available'), funded('d', 'missing')],
});
const list = (filters: Filters): Question => ({ intent: 'list', filters, order: null, limit: null, page: 0 });

it('sets what is funded in part apart from what lacks its money', () => {
  const question = list({ fundingMissing: true });
  const body = bodyOf(ask(question, portfolio), 'projects');
  expect(body.lines.map(({ project, because }) => [project, because])).toEqual([
    ['a', null],
    ['d', null],
    ['b', 'partlyFunded'],
  ]);
  expect(say(question, { portfolio }).text).toBe(
    'Es gibt 2 Projekte ohne gesicherte Finanzierung: „A“ und „D“. Ein weiteres ist nur teilweise finanziert.',
  );
  expect(say({ intent: 'count', filters: { fundingMissing: true } }, { portfolio, lang: 'en' }).text).toBe(
    'There are 2 projects without secured funding. One more is funded in part only. 3 in all.',
  );
});

it('says where all are funded in part', () => {
  const question = list({ fundingMissing: true, projects: ['b', 'c'] });
  expect(say(question, { portfolio }).text).toContain('„B“. Es ist nur teilweise finanziert.');
});

it('counts both into a sum, and neither among what is funded', () => {
  const sum: Question = {
    intent: 'aggregate',
    filters: { fundingMissing: true },
    measure: 'investment',
    operation: 'sum',
  };
  expect(bodyOf(ask(sum, portfolio), 'aggregate').value).toBe(300);
  const rest = bodyOf(ask(list({ fundingMissing: false }), portfolio), 'projects');
  expect(rest.lines.map(({ project }) => project)).toEqual(['c']);
});
