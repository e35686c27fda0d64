import { expect, it } from '@jest/globals';
import type { Recorded } from '../../src/programme/events.js';
import { ownProjects } from '../../src/reporting/mine.js';
import { standIns } from '../../src/reporting/absence.js';
import { aPerson, aPortfolio, aProject } from '../builders.js';

const project = aProject({ id: 'akte', lead: { person: 'lead' } });
const substitute = aPerson({ id: 'substitute' });
const away = (id: string, from: string, to: string, other: string | null): Recorded => {
  const data = { absence: id, person: 'lead', from, to, substitute: other };
  return { id, seq: 1, type: 'absence.entered', at: '2026-05-01T08:00:00Z', by: 'lead', why: null, data };
};
const portfolio = (...history: Recorded[]) =>
  aPortfolio({ projects: [project], people: [aPerson({ id: 'lead' }), substitute], history });
const known = portfolio(away('a', '2026-05-04', '2026-05-17', 'substitute'));

it.each([
  ['2026-05-03', [], 'the day before'],
  ['2026-05-04', ['substitute'], 'the first day'],
  ['2026-05-18', ['substitute'], 'the lead is back; what was asked on Thursday is still to be answered'],
  ['2026-05-24', ['substitute'], 'a week later'],
  ['2026-05-25', [], 'after that'],
])('who stood in may report, on %s: %j (%s)', (day, expected) => {
  expect(standIns(known, project, day)).toEqual(expected);
});

it('whoever was named in their place has the say, and those named before lose it', () => {
  const renamed = portfolio(
    away('a', '2026-05-04', '2026-05-17', 'substitute'),
    away('b', '2026-05-04', '2026-05-17', 'other'),
  );
  expect(standIns(renamed, project, '2026-05-18')).toEqual(['other']);
});

it('the project is no longer among the own ones once the lead is back', () => {
  const own = (day: string) => ownProjects(known, substitute, '2026-W20', new Date(`${day}T10:00:00Z`));
  expect(own('2026-05-15')).toMatchObject([{ project: 'akte', as: 'standIn' }]);
  expect(own('2026-05-18')).toEqual([]);
});
