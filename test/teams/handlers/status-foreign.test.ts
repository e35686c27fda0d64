import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../support/person.js';
import { cardOf, startReporting, type Reporting } from './status-setup.js';

const SECRET = { project: 'solo', week: '2026-W20', health: 'red' as const, risk: 'Der Bieter ist pleite' };

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
  await at.given(SECRET, { project: 'a', week: '2026-W20', summary: 'Glas liegt' });
});
afterEach(() => at.bot.close());

/** A button as somebody could make it up: what it may do is not for the card to say. */
const press = (is: string, verb: string, data: object): Promise<Outcome> =>
  at.bot.person({ is }).press({ type: 'Action.Execute', verb, data });

describe('a report one has no business with is shown by no made-up button', () => {
  it.each([
    ['status.discard', { project: 'solo' }],
    ['status.discard', { projects: ['solo'] }],
    ['status.submit', { project: 'solo', form: 'f' }],
    ['status.submit', { project: 'solo', form: 'f', corrects: 'r-solo' }],
    ['status.submitAll', { projects: ['solo'], form: 'f' }],
    ['status.unchanged', { projects: ['solo'], form: 'f' }],
  ])('%s %j', async (verb, data) => {
    expect((await press('nobody', verb, data)).text).not.toContain(SECRET.risk);
  });

  it("nor beside one's own project", async () => {
    for (const data of [{ projects: ['a', 'solo'] }, { projects: ['a', 'solo'], project: 'a', 'health:a': 'red' }]) {
      const answer = await press('three', 'status.submitAll', { form: 'f', ...data });
      expect(answer.text).toContain('Glasfasernetz');
      expect(answer.text).not.toContain(SECRET.risk);
      expect((await press('three', 'status.submit', { form: 'f', ...data })).text).not.toContain(SECRET.risk);
    }
  });

  it('and what was typed for it stays', async () => {
    const answer = await press('three', 'status.submitAll', {
      form: 'f',
      projects: ['a', 'solo'],
      'risk:solo': 'selbst getippt',
    });
    expect(JSON.stringify(cardOf(answer))).toContain('selbst getippt');
    expect(answer.text).not.toContain(SECRET.risk);
  });
});
