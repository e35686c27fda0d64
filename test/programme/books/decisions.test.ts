import { isOpen, type Decision } from '../../../src/programme/decision.js';
import { aProject } from '../../builders.js';
import { Story } from './step.js';

const ask = (text: string, by: string | null = null) => ({ decision: { text, by } });
const start = () => Story.of(aProject({ id: 'a' }), aProject({ id: 'b' }));
const decisions = (story: Story): Decision[] => [...story.portfolio.decisions.values()];
const open = (story: Story): string[] =>
  decisions(story)
    .filter(isOpen)
    .map(({ text }) => text);
const rule = (story: Story, decision: string, outcome: 'approved' | 'rejected' | 'deferred'): Story =>
  story.then(['decision.decided', { decision, outcome, comment: 'gut', condition: null, until: null }]);

describe('a report that asks for a decision', () => {
  it('opens one for its project, asked by its author when it was submitted', () => {
    const story = start();
    const at = story.at;
    expect(decisions(story.reports({ id: 'r1', by: 'ada', ...ask('Weiter?', '2026-06-01') }))).toEqual([
      {
        id: 'd-r1',
        project: 'a',
        text: 'Weiter?',
        by: '2026-06-01',
        askedAt: at,
        askedBy: 'ada',
        rulings: [],
        retractedAt: null,
      },
    ]);
  });
  it('asked again in the same words keeps the decision and takes over the new date', () => {
    const story = start()
      .reports({ id: 'r1', week: '2026-W20', ...ask('Weiter?', '2026-06-01') })
      .reports({ id: 'r2', week: '2026-W21', ...ask('  Weiter? ', '2026-07-01') });
    expect(decisions(story)).toEqual([expect.objectContaining({ id: 'd-r1', text: 'Weiter?', by: '2026-07-01' })]);
  });
  it('in other words is another decision, and the old one is not asked any more', () => {
    const story = start()
      .reports({ id: 'r1', week: '2026-W20', ...ask('Weiter?') })
      .reports({ id: 'r2', week: '2026-W21', ...ask('Aufhören?') });
    expect(open(story)).toEqual(['Aufhören?']);
    expect(decisions(story).map(({ id }) => id)).toEqual(['d-r1', 'd-r2']);
  });
  it('concerns its own project only', () => {
    const story = start()
      .reports({ project: 'a', ...ask('A?') })
      .reports({ project: 'b', ...ask('B?') })
      .reports({ project: 'b', week: '2026-W30' });
    expect(open(story)).toEqual(['A?']);
  });
  it('for a week long past neither opens nor retracts anything', () => {
    const story = start()
      .reports({ week: '2026-W21', ...ask('Neu?') })
      .reports({ week: '2026-W19', ...ask('Alt?') })
      .reports({ week: '2026-W18' });
    expect(open(story)).toEqual(['Neu?']);
    expect(decisions(story)).toHaveLength(1);
  });
});

describe('a newer report that does not ask any more', () => {
  it('retracts the decision when nobody has ruled on it', () => {
    const before = start().reports({ week: '2026-W20', ...ask('Weiter?') });
    const at = before.at;
    const story = before.reports({ week: '2026-W21' });
    expect(open(story)).toEqual([]);
    expect(decisions(story)[0]?.retractedAt).toBe(at);
  });
  it('leaves a deferred one open: it comes back on its day', () => {
    const story = rule(start().reports({ id: 'r1', ...ask('Weiter?') }), 'd-r1', 'deferred');
    expect(open(story.reports({ week: '2026-W21' }))).toEqual(['Weiter?']);
  });
  it('leaves decisions that were asked for otherwise', () => {
    const data = { decision: 'd1', project: 'a', text: 'Eigens?', dueBy: '2026-06-01' };
    const story = start().then(['decision.requested', data]).reports({ week: '2026-W21' });
    expect(open(story)).toEqual(['Eigens?']);
    expect(decisions(story)[0]).toMatchObject({ by: '2026-06-01', askedBy: 'ada' });
  });
  it('asked once more after that is a new decision', () => {
    const story = start()
      .reports({ id: 'r1', week: '2026-W20', ...ask('Weiter?') })
      .reports({ id: 'r2', week: '2026-W21' })
      .reports({ id: 'r3', week: '2026-W22', ...ask('Weiter?') });
    expect(decisions(story).map(({ id, retractedAt }) => [id, retractedAt === null])).toEqual([
      ['d-r1', false],
      ['d-r3', true],
    ]);
  });
});

describe('a ruling', () => {
  const asked = () => start().reports({ id: 'r1', week: '2026-W20', ...ask('Weiter?', '2026-06-01') });

  it.each(['approved', 'rejected'] as const)('%s settles it', (outcome) => {
    const story = rule(asked(), 'd-r1', outcome);
    expect(open(story)).toEqual([]);
    expect(decisions(story)[0]?.rulings).toEqual([expect.objectContaining({ outcome, by: 'ada', comment: 'gut' })]);
  });
  it('is not asked for again by the same words left standing in the next report', () => {
    const story = rule(asked(), 'd-r1', 'approved').reports({ week: '2026-W21', ...ask('Weiter?', '2026-06-01') });
    expect(decisions(story)).toHaveLength(1);
    expect(open(story)).toEqual([]);
  });
  it('may be asked for again with another date', () => {
    const story = rule(asked(), 'd-r1', 'rejected').reports({
      id: 'r2',
      week: '2026-W21',
      ...ask('Weiter?', '2026-09-01'),
    });
    expect(open(story)).toEqual(['Weiter?']);
    expect(decisions(story).map(({ id }) => id)).toEqual(['d-r1', 'd-r2']);
  });
  it('of a deferral may follow a deferral; the last one counts', () => {
    const story = rule(rule(asked(), 'd-r1', 'deferred'), 'd-r1', 'approved');
    expect(open(story)).toEqual([]);
    expect(decisions(story)[0]?.rulings.map(({ outcome }) => outcome)).toEqual(['deferred', 'approved']);
  });
  it('on a decision nobody knows changes nothing but history', () => {
    const story = rule(asked(), 'unknown', 'approved');
    expect(open(story)).toEqual(['Weiter?']);
    expect(story.portfolio.history).toHaveLength(3);
  });
});

describe('a retraction', () => {
  it('closes the decision, and the same words left standing do not open it again', () => {
    const story = start()
      .reports({ id: 'r1', week: '2026-W20', ...ask('Weiter?') })
      .then(['decision.retracted', { decision: 'd-r1' }])
      .reports({ week: '2026-W21', unchanged: true, ...ask('Weiter?') });
    expect(open(story)).toEqual([]);
    expect(decisions(story)).toHaveLength(1);
  });
  it('keeps its first date', () => {
    const before = start().reports({ id: 'r1', ...ask('Weiter?') });
    const at = before.at;
    const story = before
      .then(['decision.retracted', { decision: 'd-r1' }])
      .then(['decision.retracted', { decision: 'd-r1' }]);
    expect(decisions(story)[0]?.retractedAt).toBe(at);
  });

  it('and a ruling at the same moment: what history took first counts', () => {
    const ruling = { decision: 'd-r1', outcome: 'approved' as const, comment: '', condition: null, until: null };
    const asked = Story.of(aProject({ id: 'a' })).reports({ id: 'r1', decision: { text: 'Weiter?', by: null } });
    const ruledFirst = asked.then(['decision.decided', ruling]).then(['decision.retracted', { decision: 'd-r1' }]);
    expect(decisions(ruledFirst)).toMatchObject([{ rulings: [{ outcome: 'approved' }], retractedAt: null }]);
    const { at } = asked;
    const retractedFirst = asked.then(['decision.retracted', { decision: 'd-r1' }]).then(['decision.decided', ruling]);
    expect(decisions(retractedFirst)).toMatchObject([{ rulings: [], retractedAt: at }]);
  });
});

describe('a report that is corrected or withdrawn', () => {
  const asked = () => start().reports({ id: 'r1', week: '2026-W20', ...ask('Weitr?', '2026-06-01') });

  it('corrects the decision under the same id, also twice', () => {
    const story = asked()
      .reports({ id: 'r2', week: '2026-W20', corrects: 'r1', ...ask('Weiter?', '2026-06-02') })
      .reports({ id: 'r3', week: '2026-W20', corrects: 'r2', ...ask('Weiter so?', '2026-06-03') });
    expect(decisions(story)).toEqual([
      expect.objectContaining({ id: 'd-r1', text: 'Weiter so?', by: '2026-06-03', retractedAt: null }),
    ]);
  });
  it('takes the decision back with it', () => {
    const story = asked().withdraws('r1');
    expect(open(story)).toEqual([]);
    expect(decisions(story)).toHaveLength(1);
  });
  it('lets the earlier wish stand again, under its id', () => {
    const dropped = asked().reports({ id: 'r2', week: '2026-W21' });
    expect(open(dropped)).toEqual([]);
    const story = dropped.withdraws('r2');
    expect(decisions(story)).toEqual([expect.objectContaining({ id: 'd-r1', retractedAt: null })]);
  });
  it('lets the earlier wish stand again also when the withdrawn one wished something else', () => {
    const story = asked()
      .reports({ id: 'r2', week: '2026-W21', ...ask('Anderes?') })
      .withdraws('r2');
    expect(open(story)).toEqual(['Weitr?']);
    expect(decisions(story)).toHaveLength(2);
  });
  it('does not undo a ruling', () => {
    const story = rule(asked(), 'd-r1', 'approved').withdraws('r1');
    expect(decisions(story)).toEqual([expect.objectContaining({ id: 'd-r1', retractedAt: null })]);
    expect(decisions(story)[0]?.rulings).toHaveLength(1);
  });
});
