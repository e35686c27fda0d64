import type { Question } from '../../../src/questions/question.js';
import { ask, bodyOf, of } from './town.js';

type Milestones = Extract<Question, { intent: 'milestones' }>;
const titles = (question: Partial<Milestones>): (string | undefined)[] =>
  bodyOf(
    ask({ intent: 'milestones', project: null, milestone: null, state: null, during: null, filters: {}, ...question }),
    'milestones',
  ).items.map(({ milestone }) => milestone.title.de);

describe('milestones', () => {
  it('are told by the day they are due', () => {
    expect(titles({})).toEqual(['Vergabe', 'Tiefbau fertig', 'Letzte Schule am Netz']);
  });
  it.each<[NonNullable<Milestones['state']>, string[]]>([
    ['overdue', ['Tiefbau fertig']],
    ['open', ['Tiefbau fertig', 'Letzte Schule am Netz']],
    ['done', ['Vergabe']],
  ])('are found in the state %s', (state, expected) => {
    expect(titles({ state })).toEqual(expected);
  });
  it('count by the day they were reached once they are', () => {
    expect(titles({ during: { from: '2025-07-01', to: '2025-07-31' } })).toEqual(['Vergabe']);
    expect(titles({ during: { from: '2025-06-01', to: '2025-06-30' } })).toEqual([]);
  });
  it('are asked for by name in either language', () => {
    expect(titles({ project: 'glasfaser', milestone: 'Digging done' })).toEqual(['Tiefbau fertig']);
  });
  it('keep to the projects asked for', () => {
    expect(titles({ filters: { organisations: of('leads', '10') } })).toEqual([]);
    expect(titles({ filters: { organisations: of('leads', '30') } })).toHaveLength(3);
  });
  it('of a project that is gone are none', () => {
    const question: Question = {
      intent: 'milestones',
      project: 'nie',
      milestone: null,
      state: null,
      during: null,
      filters: {},
    };
    expect(bodyOf(ask(question), 'gone').id).toBe('nie');
  });
});
