import { rule, ruledAlready } from '../../src/digest/ruling.js';
import { aDecision } from '../builders.js';

const actor = { by: 'chair', now: new Date('2026-05-18T10:00:00Z'), today: '2026-05-18' };
const typed = (until: unknown) => ({ outcome: 'deferred', comment: '', condition: '', until });

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
