import { describe, expect, it } from '@jest/globals';
import { changeList } from '../../src/cli/change-list.js';
import { diffProgrammes } from '../../src/programme/file/diff.js';
import type { Milestone } from '../../src/programme/programme.js';
import { aProgramme, aProject } from '../builders.js';

const milestone = (title: string, due: string, done: string | null = null): Milestone => ({
  title: { de: title },
  due,
  done,
});
const withMilestones = (...milestones: Milestone[]) => aProgramme({ projects: [aProject({ id: 'p', milestones })] });

describe('the milestones of a project', () => {
  it('are told one by one, by what changed about them', () => {
    const before = withMilestones(
      milestone('Start', '2026-01-15'),
      milestone('Ausschreibung', '2026-03-01'),
      milestone('Alt', '2026-04-01'),
    );
    const after = withMilestones(
      milestone('Start', '2026-01-15'),
      milestone('Ausschreibung', '2026-05-01', '2026-04-30'),
      milestone('Neu', '2026-06-01'),
    );
    const lines = changeList(diffProgrammes(before, after), after);
    expect(lines.at(-1)?.trim()).toBe(
      'milestones: − Alt; + Neu (due 2026-06-01); Ausschreibung: due 2026-03-01 → 2026-05-01, done (nothing) → 2026-04-30',
    );
  });

  it('are told in their order where only that is new', () => {
    const [one, two] = [milestone('Eins', '2026-01-15'), milestone('Zwei', '2026-01-15')];
    const after = withMilestones(two, one);
    const lines = changeList(diffProgrammes(withMilestones(one, two), after), after);
    expect(lines.at(-1)?.trim()).toBe('milestones: Zwei, Eins');
  });
});
