import { arrangementsAt } from '../../../src/programme/arrangement.js';
import type { Asking } from '../../../src/programme/events.js';
import { reportDue } from '../../../src/programme/policies/due.js';
import type { Project } from '../../../src/programme/programme.js';
import { aProgramme, aProject } from '../../builders.js';
import { Story } from './step.js';

const USUAL: Asking = { cadence: null, paused: false, until: null };
const start = (overrides: Partial<Project> = {}) =>
  Story.of(aProject({ id: 'a', ...overrides }), aProject({ id: 'b' }));
const said = (story: Story, to: Partial<Asking>, from: Partial<Asking> = {}) =>
  story.then(['reporting.arranged', { project: 'a', from: { ...USUAL, ...from }, to: { ...USUAL, ...from, ...to } }]);
const present = (story: Story) => story.portfolio.projects.get('a')!;
const file = (overrides: Partial<Project>, ...others: Project[]) =>
  aProgramme({ projects: [aProject({ id: 'a', ...overrides }), ...others] });

describe('what was said in chat about asking a project', () => {
  it('counts at once, for that project only', () => {
    const story = said(start(), { cadence: 'monthly' });
    expect(present(story).cadence).toBe('monthly');
    expect(story.portfolio.projects.get('b')?.cadence).toBeNull();
    expect(story.portfolio.programme.projects[0]?.cadence).toBeNull();
  });
  it('survives another file that says about it what the one before said', () => {
    const story = said(start(), { paused: true, until: '2026-09-01' });
    const again = story.imports(file({ title: { de: 'Neuer Name' } }, aProject({ id: 'c' })));
    expect(present(again)).toMatchObject({ title: { de: 'Neuer Name' }, paused: true, pausedUntil: '2026-09-01' });
  });
  it('gives way to a file that says something new about it, and only in that', () => {
    const both = said(said(start(), { cadence: 'biweekly' }), { paused: true }, { cadence: 'biweekly' });
    expect(present(both)).toMatchObject({ cadence: 'biweekly', paused: true });
    const filed = both.imports(file({ cadence: 'monthly' }));
    expect(present(filed)).toMatchObject({ cadence: 'monthly', paused: true });
    expect(arrangementsAt(filed.portfolio.history, new Date(filed.at)).get('a')).toEqual({
      pause: { paused: true, until: null },
    });
  });
  it('can end a pause of the file', () => {
    const story = said(start({ paused: true }), { paused: false }, { paused: true });
    expect(present(story).paused).toBe(false);
    expect(present(story.imports(file({ paused: true, keywords: ['neu'] }))).paused).toBe(false);
  });
  it('does not outlive the project', () => {
    const gone = said(start(), { cadence: 'never' }).imports(aProgramme({ projects: [aProject({ id: 'b' })] }));
    expect(present(gone.imports(file({}))).cadence).toBeNull();
  });
});

describe('a pause with an end', () => {
  const paused = aProject({ paused: true, pausedUntil: '2026-09-01' });
  it.each([
    ['2026-W35', false],
    ['2026-W36', true],
  ])('in %s a report is due: %s', (week, due) => {
    expect(reportDue(paused, week)).toBe(due);
  });
  it('that falls on a Friday counts for its week', () => {
    expect(reportDue({ ...paused, pausedUntil: '2026-09-04' }, '2026-W36')).toBe(false);
    expect(reportDue({ ...paused, pausedUntil: '2026-09-04' }, '2026-W37')).toBe(true);
  });
});
