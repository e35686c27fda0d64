import type { Filters, Question } from '../../../src/questions/question.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import { ask, aTown, bodyOf, of } from './town.js';

type Milestones = Extract<Question, { intent: 'milestones' }>;
const titles = (question: Partial<Milestones>, portfolio?: Portfolio): (string | undefined)[] =>
  bodyOf(
    ask(
      { intent: 'milestones', project: null, milestone: null, state: null, during: null, filters: {}, ...question },
      portfolio,
    ),
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
  it('are told as reports have ticked them since, whether asked of one project or of all', () => {
    const town = aTown();
    const projects = new Map(town.projects);
    const glasfaser = projects.get('glasfaser');
    if (!glasfaser) throw new Error('the town has no fibre');
    const milestones = glasfaser.milestones.map((one) => ({ ...one, done: one.done ?? '2026-05-15' }));
    projects.set('glasfaser', { ...glasfaser, milestones });
    const reported = { ...town, projects };
    expect(titles({ state: 'open', project: 'glasfaser' }, reported)).toEqual([]);
    expect(titles({ state: 'open' }, reported)).toEqual([]);
    expect(titles({ state: 'overdue' }, reported)).toEqual([]);
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

describe('the next milestone', () => {
  const asked = (project: string): Question => ({
    intent: 'milestones',
    project,
    milestone: null,
    state: 'open',
    during: null,
    filters: {},
    next: true,
  });
  it('is told with those overdue before it', () => {
    const body = bodyOf(ask(asked('glasfaser')), 'milestones');
    expect(body.next?.milestone.title.de).toBe('Letzte Schule am Netz');
    expect(body.items.map(({ milestone }) => milestone.title.de)).toEqual(['Tiefbau fertig', 'Letzte Schule am Netz']);
  });
  it('may be none', () => {
    expect(bodyOf(ask(asked('telefon')), 'milestones')).toMatchObject({ next: null, items: [] });
  });
});

describe('what comes up in a time', () => {
  const comes = (from: string, to: string, filters: Filters = {}) =>
    bodyOf(ask({ intent: 'agenda', during: { from, to }, filters }), 'agenda');
  it('is what begins, ends, is due and is to be decided then, by its day', () => {
    const { starts, ends, milestones, decisions } = comes('2026-05-01', '2026-10-31');
    expect(starts).toEqual(['portal']);
    expect(ends).toEqual(['glasfaser']);
    expect(milestones.map(({ milestone }) => milestone.title.de)).toEqual(['Letzte Schule am Netz']);
    expect(decisions.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });
  it('keeps to the projects asked for', () => {
    expect(comes('2026-05-01', '2026-10-31', { organisations: of('leads', '20') })).toMatchObject({
      starts: [],
      ends: [],
      milestones: [],
      decisions: [{ id: 'd2' }],
    });
  });
});
