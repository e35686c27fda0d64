import type { Milestone } from '../../../src/programme/programme.js';
import { aProgramme, aProject } from '../../builders.js';
import { Story } from './step.js';

const concept: Milestone = { title: { de: 'Konzept', en: 'Concept' }, due: '2026-03-01', done: null };
const launch: Milestone = { title: { de: 'Start', en: 'Launch' }, due: '2026-06-01', done: null };
const programme = (...milestones: Milestone[]) => aProgramme({ projects: [aProject({ id: 'a', milestones })] });
const start = () => Story.of(...programme(concept, launch).projects);
const present = (story: Story) => story.portfolio.projects.get('a')?.milestones;

describe('a project’s milestones', () => {
  it('are the file’s as long as no report speaks of them', () => {
    const story = start().reports({});
    expect(present(story)).toEqual([concept, launch]);
    expect(story.portfolio.projects.get('a')).toBe(story.portfolio.programme.projects[0]);
  });
  it('are ticked by a report, named in either language', () => {
    const story = start().reports({ milestones: [{ title: 'Concept', due: '2026-03-01', done: '2026-02-27' }] });
    expect(present(story)).toEqual([{ ...concept, done: '2026-02-27', original: null }, launch]);
  });
  it('are moved by a report, and the first date stays visible through further moves', () => {
    const moved = start().reports({
      week: '2026-W20',
      milestones: [{ title: 'Start', due: '2026-07-01', done: null }],
    });
    expect(present(moved)?.[1]).toEqual({ ...launch, due: '2026-07-01', original: '2026-06-01' });
    const again = moved.reports({ week: '2026-W21', milestones: [{ title: 'Start', due: '2026-08-01', done: null }] });
    expect(present(again)?.[1]).toEqual({ ...launch, due: '2026-08-01', original: '2026-06-01' });
    const back = again.reports({ week: '2026-W22', milestones: [{ title: 'Start', due: '2026-06-01', done: null }] });
    expect(present(back)?.[1]).toEqual({ ...launch, original: null });
  });
  it('leave the programme itself as the file has it, so that importing it again is no change', () => {
    const story = start().reports({ milestones: [{ title: 'Start', due: '2026-07-01', done: null }] });
    expect(story.portfolio.programme.projects[0]?.milestones).toEqual([concept, launch]);
  });
  it('follow the newest week, not the last submission', () => {
    const story = start()
      .reports({ week: '2026-W21', milestones: [{ title: 'Start', due: '2026-08-01', done: null }] })
      .reports({ week: '2026-W19', milestones: [{ title: 'Start', due: '2026-07-01', done: null }] });
    expect(present(story)?.[1]?.due).toBe('2026-08-01');
  });
  it('go back when the report is withdrawn or corrected', () => {
    const moved = start().reports({ id: 'r1', milestones: [{ title: 'Start', due: '2026-07-01', done: null }] });
    expect(present(moved.withdraws('r1'))).toEqual([concept, launch]);
    expect(present(moved.reports({ id: 'r2', corrects: 'r1' }))).toEqual([concept, launch]);
  });
  it('keep what reports said when another file leaves them as they were', () => {
    const story = start()
      .reports({ milestones: [{ title: 'Konzept', due: '2026-03-01', done: '2026-03-02' }] })
      .imports(programme({ ...launch, due: '2026-09-01' }, concept));
    expect(present(story)).toEqual([
      { ...launch, due: '2026-09-01' },
      { ...concept, done: '2026-03-02', original: null },
    ]);
  });
  it('follow the file again where it was changed after the report, until the next report', () => {
    const story = start()
      .reports({ milestones: [{ title: 'Start', due: '2026-07-01', done: null }] })
      .imports(programme(concept, { ...launch, due: '2026-10-01' }));
    expect(present(story)).toEqual([concept, { ...launch, due: '2026-10-01' }]);
    const next = story.reports({ week: '2026-W30', milestones: [{ title: 'Start', due: '2026-11-01', done: null }] });
    expect(present(next)?.[1]).toEqual({ ...launch, due: '2026-11-01', original: '2026-10-01' });
  });
  it('the file does not know are passed over', () => {
    const story = start().reports({ milestones: [{ title: 'Unbekannt', due: '2026-07-01', done: null }] });
    expect(present(story)).toEqual([concept, launch]);
  });
});
