import { rule, ruledAlready } from '../../src/digest/ruling.js';
import { replacedBy } from '../../src/programme/decision.js';
import { aDecision } from '../builders.js';

const actor = { by: 'chair', now: new Date('2026-05-18T10:00:00Z'), today: '2026-05-18' };
const typed = (until: unknown) => ({ outcome: 'deferred', comment: '', condition: '', until });

describe('changing a ruling', () => {
  const approved = { outcome: 'approved' as const, comment: '', condition: null, until: null, at: '', by: 'chair' };
  const wrong = { outcome: 'rejected', comment: 'Verklickt', condition: '', until: '' };

  it('is the next in the row of rulings', () => {
    expect(rule(aDecision({ id: 'd', rulings: [approved] }), wrong, actor, 1)).toMatchObject({
      ok: true,
      event: { id: 'ruling:d:2', by: 'chair', data: { outcome: 'rejected', comment: 'Verklickt' } },
    });
  });
  it.each([
    ['without saying so', { rulings: [approved] }, null, wrong, 'settled'],
    ['when somebody else has changed it since', { rulings: [approved, approved] }, 1, wrong, 'settled'],
    [
      'when nobody wants it any more',
      { rulings: [approved], retractedAt: '2026-05-17T10:00:00Z' },
      1,
      wrong,
      'settled',
    ],
    ['without a reason', { rulings: [approved] }, 1, { ...wrong, comment: ' ' }, 'commentMissing'],
  ] as const)('is refused %s', (_, { rulings, ...more }, revises, typed, fault) => {
    expect(rule(aDecision({ ...more, rulings: [...rulings] }), typed, actor, revises)).toEqual({ ok: false, fault });
  });
  it('after a deferral is deciding, not changing', () => {
    const deferred = { ...approved, outcome: 'deferred' as const };
    expect(replacedBy(aDecision({ rulings: [deferred, approved] }), approved)).toBeNull();
    const later = { ...approved, outcome: 'rejected' as const };
    expect(replacedBy(aDecision({ rulings: [approved, later] }), later)).toBe(approved);
  });
});

describe('the day of a ruling', () => {
  it.each(['2026-06-30', '30.6.2026', ' 30.06.26 '])('is understood as %j', (until) => {
    const ruled = rule(aDecision(), typed(until), actor);
    expect(ruled).toMatchObject({ ok: true, event: { data: { until: '2026-06-30' } } });
  });
  it.each([undefined, null, ''])('may be left out (%j)', (until) => {
    expect(rule(aDecision(), typed(until), actor)).toMatchObject({ ok: true, event: { data: { until: null } } });
  });
  it.each([
    ['31.02.2026', 'untilInvalid'],
    ['bald', 'untilInvalid'],
    ['18.5.2026', 'untilPast'],
  ])('%j is refused', (until, fault) => {
    expect(rule(aDecision(), typed(until), actor)).toEqual({ ok: false, fault });
  });
  it('is the same however it was typed, so that a second click is known as one', () => {
    const rulings = [
      { outcome: 'deferred' as const, comment: '', condition: null, until: '2026-06-30', at: '', by: 'chair' },
    ];
    expect(ruledAlready(aDecision({ rulings }), typed('30.6.2026'), 'chair')).toBe(true);
    expect(ruledAlready(aDecision({ rulings }), typed('1.7.2026'), 'chair')).toBe(false);
  });
});
