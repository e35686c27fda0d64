import { latestReport, standingReports } from '../../../src/programme/portfolio.js';
import { aProgramme, aProject } from '../../builders.js';
import { Story } from './step.js';

const start = () => Story.of(aProject({ id: 'a' }), aProject({ id: 'b' }));
const ids = (story: Story): string[] => (story.portfolio.reports.get('a') ?? []).map(({ id }) => id);

describe('reports', () => {
  it('are kept by project in the order they were submitted, whatever week they are about', () => {
    const story = start()
      .reports({ id: 'r1', week: '2026-W21' })
      .reports({ id: 'r2', week: '2026-W19' })
      .reports({ id: 'other', project: 'b' });
    expect(ids(story)).toEqual(['r1', 'r2']);
    expect(latestReport(story.portfolio, 'a')?.id).toBe('r1');
  });
  it('of two people for one week are both kept', () => {
    const story = start().reports({ id: 'r1', by: 'ada' }).reports({ id: 'r2', by: 'grace' });
    expect(ids(story)).toEqual(['r1', 'r2']);
    expect(latestReport(story.portfolio, 'a')?.id).toBe('r2');
  });
  it('that were withdrawn stay in the books, with who, when and why, and do not count', () => {
    const before = start().reports({ id: 'r1', week: '2026-W20' }).reports({ id: 'r2', week: '2026-W21' });
    const at = before.at;
    const story = before.withdraws('r2');
    expect(story.portfolio.reports.get('a')?.[1]?.withdrawn).toEqual({ at, by: 'ada', reason: 'Versehen' });
    expect(latestReport(story.portfolio, 'a')?.id).toBe('r1');
    expect(standingReports(story.portfolio, 'a')).toHaveLength(1);
  });
  it('are withdrawn once; the second time and unknown ones change nothing', () => {
    const once = start().reports({ id: 'r1' }).withdraws('r1');
    const withdrawn = once.portfolio.reports.get('a');
    expect(once.withdraws('r1').portfolio.reports.get('a')).toEqual(withdrawn);
    expect(once.withdraws('nobody').portfolio.reports.get('a')).toEqual(withdrawn);
  });
  it('that correct others replace them, until they are withdrawn', () => {
    const corrected = start().reports({ id: 'r1' }).reports({ id: 'r2', corrects: 'r1' });
    expect(standingReports(corrected.portfolio, 'a').map(({ id }) => id)).toEqual(['r2']);
    expect(standingReports(corrected.withdraws('r2').portfolio, 'a').map(({ id }) => id)).toEqual(['r1']);
  });
  it('with an id that is known are not taken twice', () => {
    expect(ids(start().reports({ id: 'r1' }).reports({ id: 'r1', summary: 'anders' }))).toEqual(['r1']);
  });
  it('of a project the programme does not know are kept for when it does', () => {
    const story = start().reports({ id: 'r1', project: 'later', health: 'red' });
    expect(story.portfolio.projects.has('later')).toBe(false);
    const then = story.imports(aProgramme({ projects: [aProject({ id: 'later' })] }));
    expect(latestReport(then.portfolio, 'later')?.health).toBe('red');
  });
});

describe('history', () => {
  it('holds every event in order, those too that change nothing else, and earlier books do not see later ones', () => {
    const before = start();
    const story = before
      .then(['digest.posted', { week: '2026-W21', conversation: 'c' }])
      .then([
        'absence.entered',
        { absence: 'x', person: 'ada', from: '2026-01-01', to: '2026-01-02', substitute: null },
      ]);
    expect(story.portfolio.history.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'programme.imported'],
      [2, 'digest.posted'],
      [3, 'absence.entered'],
    ]);
    expect(before.portfolio.history).toHaveLength(1);
    const branch = before.then(['digest.posted', { week: '2026-W22', conversation: 'c' }]);
    expect(branch.portfolio.history[1]?.data).toMatchObject({ week: '2026-W22' });
    expect(story.portfolio.history[1]?.data).toMatchObject({ week: '2026-W21' });
  });
  it('keeps an event of a newer Lotse, and everything else with it', () => {
    const story = start().reports({ id: 'r1' });
    const next = story.then(['something.new', { x: 1 }] as never);
    expect(next.portfolio.history).toHaveLength(3);
    expect(next.portfolio.programme).toBe(story.portfolio.programme);
    expect(next.portfolio.reports.get('a')).toHaveLength(1);
  });
});
