import type { Compared } from '../../../src/questions/question.js';
import { ask, bodyOf, of } from './town.js';

const verdictOf = (projects: string[], compared: Compared) =>
  bodyOf(ask({ intent: 'compare', projects, fields: [], compared }), 'comparison').verdict;

describe('which of two', () => {
  it.each([
    [{ by: 'investment', direction: 'desc', supposed: false }, 'glasfaser', 310_000],
    [{ by: 'investment', direction: 'asc', supposed: false }, 'portal', 310_000],
    [{ by: 'end', direction: 'asc', supposed: true }, 'glasfaser', 457],
    [{ by: 'end', direction: 'desc', supposed: false }, 'portal', 457],
    [{ by: 'start', direction: 'asc', supposed: false }, 'glasfaser', 638],
  ] as [Compared, string, number][])('finds it by %j', (compared, first, amount) => {
    expect(verdictOf(['portal', 'glasfaser'], compared)).toMatchObject({ first, amount });
  });
  it('does not guess what is not stated', () => {
    expect(verdictOf(['archiv', 'portal'], { by: 'investment', direction: 'desc', supposed: false })).toMatchObject({
      amount: null,
    });
  });
  it('gives no verdict where none was asked', () => {
    const body = bodyOf(ask({ intent: 'compare', projects: ['archiv', 'portal'], fields: [] }), 'comparison');
    expect(body.verdict).toBeNull();
  });
});

describe('why', () => {
  it('tells what was reported where the status is better than was thought', () => {
    const claims = { not: { health: ['amber' as const] } };
    const body = bodyOf(ask({ intent: 'why', project: 'glasfaser', claims }), 'reason');
    expect(body).toMatchObject({ holds: true, reason: 'Stockt.' });
  });
  it('gives the reported reason', () => {
    const body = bodyOf(ask({ intent: 'why', project: 'glasfaser', claims: { health: ['red'] } }), 'reason');
    expect(body).toMatchObject({ holds: true, reason: 'Stockt. Die Baufirma fehlt.', status: { health: 'red' } });
  });
  it('tells a wrong supposition', () => {
    const health = bodyOf(ask({ intent: 'why', project: 'haushalt', claims: { health: ['red'] } }), 'reason');
    expect(health).toMatchObject({ holds: false, status: { health: 'amber' } });
    const claims = { organisations: of('leads', '10') };
    const lead = bodyOf(ask({ intent: 'why', project: 'glasfaser', claims }), 'reason');
    expect(lead).toMatchObject({ holds: false, facts: [{ field: 'lead', value: { department: '30' } }] });
  });
});
