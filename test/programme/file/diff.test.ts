import { diffProgrammes } from '../../../src/programme/file/diff.js';
import { parsed, rawFile, rawProject } from './files.js';

const programme = (overrides: Record<string, unknown> = {}) => parsed(rawFile(overrides)).programme;
const withProject = (overrides: Record<string, unknown>) => programme({ projects: [rawProject(overrides)] });

it('finds nothing between a programme and itself', () => {
  expect(diffProgrammes(programme(), programme())).toEqual([]);
});

it('calls everything added when there was nothing', () => {
  const changes = diffProgrammes(null, programme());
  expect(new Set(changes.map((change) => change.kind))).toEqual(new Set(['added']));
  expect(changes).toContainEqual({
    kind: 'added',
    noun: 'project',
    id: 'antrag',
    field: null,
    from: null,
    to: { de: 'Anträge online' },
  });
});

it('names the field that changed, inside of resources and lead too', () => {
  const before = withProject({ resources: { investment: 10 } });
  const after = withProject({
    register: 'permanent',
    resources: { investment: 20 },
    lead: { department: 'FB-10', person: null },
  });
  expect(diffProgrammes(before, after)).toEqual([
    { kind: 'changed', noun: 'project', id: 'antrag', field: 'register', from: 'running', to: 'permanent' },
    { kind: 'changed', noun: 'project', id: 'antrag', field: 'lead.person', from: 'p2', to: null },
    { kind: 'changed', noun: 'project', id: 'antrag', field: 'resources.investment', from: 10, to: 20 },
  ]);
});

it.each(['affects', 'goals', 'keywords', 'links'])('takes another order of %s for no change', (field) => {
  const values: Record<string, string[]> = {
    affects: ['FB-10', 'FB-Grün'],
    goals: ['schnell', 'gut'],
    keywords: ['a', 'b'],
    links: ['https://a.example', 'https://b.example'],
  };
  const goals = ['schnell', 'gut'].map((id) => ({ id, name: id }));
  const of = (list: string[]) => programme({ goals, projects: [rawProject({ [field]: list })] });
  const list = values[field]!;
  expect(diffProgrammes(of(list), of([...list].reverse()))).toEqual([]);
  expect(diffProgrammes(of(list), of(list.slice(1)))).toMatchObject([{ kind: 'changed', field }]);
});

it('takes another main action field for a change', () => {
  const changes = diffProgrammes(withProject({}), withProject({ actionFields: ['a', 'b'] }));
  expect(changes).toMatchObject([{ field: 'actionFields', from: ['b', 'a'], to: ['a', 'b'] }]);
});

it('takes another order of projects for no change, of action fields for one', () => {
  const projects = [rawProject(), rawProject({ id: 'zwei' })];
  expect(diffProgrammes(programme({ projects }), programme({ projects: [...projects].reverse() }))).toEqual([]);
  const fields = [...(rawFile().actionFields as object[])].reverse();
  expect(diffProgrammes(programme(), programme({ actionFields: fields }))).toMatchObject([
    { noun: 'programme', field: 'actionFields', from: ['a', 'b'], to: ['b', 'a'] },
  ]);
});

it('keeps the name of what was removed', () => {
  const changes = diffProgrammes(programme(), programme({ projects: [] }));
  expect(changes).toEqual([
    { kind: 'removed', noun: 'project', id: 'antrag', field: null, from: { de: 'Anträge online' }, to: null },
  ]);
});

it('sees an assessment appear part by part', () => {
  const after = withProject({ assessment: { legal: { rating: 'ok' } } });
  expect(diffProgrammes(withProject({}), after)).toMatchObject([{ field: 'assessment.legal', from: null }]);
});
