import fs from 'node:fs';
import { mondayOf, weekOf } from '../../../src/programme/calendar.js';
import { parseProgrammeFile } from '../../../src/programme/file/parse.js';
import type { StatusReport } from '../../../src/programme/report.js';
import { demoProgramme } from '../../../src/cli/demo/programme.js';
import { aTownFile } from './town.js';

const erlangen = fs.readFileSync('demo/programme-erlangen.json', 'utf8');
const WEDNESDAY = new Date('2026-05-20T15:00:00+02:00');

function derive(text: string, now = WEDNESDAY) {
  const demo = demoProgramme(text, now);
  if (!demo.ok) throw new Error(JSON.stringify(demo.faults));
  const read = parseProgrammeFile(demo.text);
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return { ...demo, reports: read.reports, warnings: read.warnings };
}
const healthsIn = (reports: StatusReport[], week: string) =>
  new Set(reports.filter((report) => report.week === week).map(({ health }) => health));

describe('the demo programme', () => {
  const demo = derive(erlangen);

  it('has a persona who leads three running projects of their department and sits in the steering group', () => {
    const { person, projects } = demo.persona!;
    expect(person).toMatchObject({ id: 'leitung-lenkungskreis', roles: ['steering'] });
    const led = demo.programme.projects.filter(({ lead }) => lead.person === person.id);
    expect(led.map(({ id }) => id)).toEqual(projects.map(({ id }) => id));
    expect(led).toHaveLength(3);
    expect(new Set(led.map(({ register, lead }) => `${register} ${lead.department}`))).toEqual(
      new Set([`running ${person.department}`]),
    );
    expect(demo.programme.people.find(({ id }) => id === person.id)?.lang).toBe('de');
  });

  it('keeps departments as they were and makes former leads deputies', () => {
    const before = parseProgrammeFile(erlangen);
    if (!before.ok) throw new Error('the demo data has faults');
    expect(demo.programme.projects.map(({ id, lead }) => [id, lead.department])).toEqual(
      before.programme.projects.map(({ id, lead }) => [id, lead.department]),
    );
    for (const { id, lead } of demo.persona!.projects) {
      const now = demo.programme.projects.find((project) => project.id === id)!;
      expect(now.lead.deputies).toEqual([lead.person, ...lead.deputies]);
    }
    expect(demo.programme.people.map(({ lang: _, ...person }) => person)).toEqual(
      before.programme.people.map(({ lang: _, ...person }) => person),
    );
  });

  it('reports eight weeks and the current one, and nothing from the future', () => {
    const weeks = [...new Set(demo.reports.map(({ week }) => week))].sort();
    expect(weeks).toEqual(
      ['W13', 'W14', 'W15', 'W16', 'W17', 'W18', 'W19', 'W20', 'W21'].map((week) => `2026-${week}`),
    );
    for (const report of demo.reports) {
      expect(Date.parse(report.submittedAt)).toBeLessThanOrEqual(WEDNESDAY.getTime());
      expect(report.submittedAt >= mondayOf(report.week)).toBe(true);
    }
  });

  it('leaves the persona something to report this week', () => {
    const open = demo.persona!.projects.map(({ id }) => id);
    expect(demo.reports.filter(({ week, project }) => week === '2026-W21' && open.includes(project))).toEqual([]);
  });

  it('mixes health, with reports late and missing', () => {
    expect(healthsIn(demo.reports, '2026-W20')).toEqual(new Set(['green', 'amber', 'red']));
    const late = demo.reports.filter(({ week, submittedAt }) => weekOf(submittedAt, 'Europe/Berlin') > week);
    expect(late.length).toBeGreaterThan(3);
    const running = demo.programme.projects.filter(({ register }) => register === 'running');
    const given = demo.reports.filter(({ week }) => week < '2026-W21').length;
    expect(given).toBeLessThan(running.length * 8 - 3);
    expect(given).toBeGreaterThan(running.length * 8 * 0.8);
  });

  it('leaves two decisions pending', () => {
    const latest = new Map(demo.reports.map((report) => [report.project, report]));
    const asked = [...latest.values()].flatMap(({ decision, health }) => (decision ? [{ ...decision, health }] : []));
    expect(asked.map(({ health }) => health)).toEqual(['red', 'red']);
    for (const { by, text } of asked) {
      expect(by! > '2026-05-20').toBe(true);
      expect(text).toMatch(/\?$/);
    }
  });

  it('has milestones reached, moved, overdue and due soon', () => {
    const milestones = demo.programme.projects.flatMap((project) => project.milestones);
    expect(milestones.some(({ due, done }) => done === null && due < '2026-05-20')).toBe(true);
    expect(milestones.some(({ done }) => done !== null && done >= '2026-05-11')).toBe(true);
    expect(milestones.some(({ due, done }) => done === null && due >= '2026-05-20' && due <= '2026-06-17')).toBe(true);
    expect(demo.reports.filter((report) => report.milestones.length > 0)).toHaveLength(2);
  });

  it('speaks of the project itself, without blanks left and without the same words twice in a row', () => {
    const texts = demo.reports.flatMap(({ summary, nextSteps, risk, decision }) => [
      summary,
      nextSteps,
      risk,
      decision?.text ?? '',
    ]);
    expect(texts.join('\n')).not.toMatch(/[{}]|undefined|null/);
    const objectives = demo.programme.projects.flatMap((project) => project.objectives.map(({ de }) => de!));
    expect(texts.filter((text) => objectives.some((objective) => text.includes(objective))).length).toBeGreaterThan(15);
    for (const { id } of demo.programme.projects) {
      const said = demo.reports.filter(({ project }) => project === id).map(({ summary }) => summary);
      for (const [at, summary] of said.entries()) expect(summary).not.toBe(said[at - 1]);
    }
  });

  it('is the same for the same instant, and another one the next day', () => {
    expect(derive(erlangen).text).toBe(demo.text);
    expect(derive(erlangen, new Date('2026-05-21T15:00:00+02:00')).text).not.toBe(demo.text);
  });

  it.each([
    ['in the first minute of a week', '2026-11-23T00:01:00+01:00'],
    ['in the last minute of a week', '2026-11-29T23:59:00+01:00'],
    ['at the turn of the year', '2027-01-01T12:00:00+01:00'],
    ['when clocks are put back', '2026-10-25T02:30:00+02:00'],
    ['years after the projects should have ended', '2031-02-03T10:00:00+01:00'],
  ])('holds %s', (_, instant) => {
    const now = new Date(instant);
    const { reports } = derive(erlangen, now);
    const week = weekOf(now, 'Europe/Berlin');
    expect(reports.some((report) => report.week === week)).toBe(true);
    expect(reports.every(({ submittedAt }) => Date.parse(submittedAt) <= now.getTime())).toBe(true);
    expect(healthsIn(reports, week).size).toBeGreaterThan(1);
  });
});

describe('a demo of another town', () => {
  it.each([0, 1, 2, 30])('works with %i running projects and next to no facts', (running) => {
    const demo = derive(aTownFile(running, [{ id: 'chefin', name: 'Chefin', department: 'FB2', roles: ['steering'] }]));
    expect(demo.persona!.person.id).toBe('chefin');
    expect(demo.persona!.projects).toHaveLength(Math.min(3, Math.floor(running / 2)));
    expect(demo.warnings).toEqual([]);
    expect(new Set(demo.reports.map(({ project }) => project)).size).toBe(running);
  });

  it('works with nobody in it', () => {
    const demo = derive(aTownFile(4));
    expect(demo.persona).toBeUndefined();
    expect(demo.reports.length).toBeGreaterThan(20);
  });

  it('keeps the reports and milestones a file has', () => {
    const file = JSON.parse(aTownFile(2));
    file.projects[0].milestones = [{ title: 'Richtfest', due: '2026-06-01' }];
    const own = { project: 'vorhaben-0', week: '2026-W19', submittedAt: '2026-05-07T10:00:00+02:00', health: 'red' };
    file.reports = [own];
    const demo = derive(JSON.stringify(file));
    expect(demo.programme.projects[0]!.milestones).toEqual([
      { title: { de: 'Richtfest' }, due: '2026-06-01', done: null },
    ]);
    expect(demo.reports.filter(({ project }) => project === 'vorhaben-0')).toMatchObject([
      { week: own.week, health: 'red' },
    ]);
  });

  it('tells the faults of a broken file', () => {
    expect(demoProgramme('{"format":"programme/1"}', WEDNESDAY)).toMatchObject({ ok: false });
  });
});
