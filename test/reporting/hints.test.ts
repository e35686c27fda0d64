import { describe, expect, it } from '@jest/globals';
import { consistencyHints } from '../../src/reporting/hints.js';
import { aPortfolio, aProject, aReport } from '../builders.js';

const project = aProject();
const portfolio = aPortfolio({ projects: [project] });
const hints = (said: object, before: object) =>
  consistencyHints(
    portfolio,
    project,
    aReport({ summary: 'Going well', risk: 'None', ...said }),
    aReport({ summary: 'Going well', risk: 'None', ...before }),
    '2026-05-18',
  ).map(({ kind }) => kind);

describe('a report whose texts are those of the last one', () => {
  it.each([
    ['green', 'amber'],
    ['green', 'red'],
    ['amber', 'red'],
  ])('is hinted at first of all when health went from %s to %s', (from, to) => {
    const found = hints({ health: to }, { health: from });
    expect(found[0]).toBe('worseSameReason');
    expect(found).not.toContain('sameReason');
  });

  it.each([{ summary: 'Not going well' }, { risk: 'Supplier late' }])('is not when %j is new', (said) => {
    expect(hints({ health: 'amber', ...said }, { health: 'green' })).not.toContain('worseSameReason');
  });

  it('is hinted at more gently when it got better, and not at all when it stayed', () => {
    expect(hints({ health: 'green' }, { health: 'amber' })).toEqual(['sameReason']);
    expect(hints({ health: 'green' }, { health: 'green' })).toEqual([]);
  });
});
