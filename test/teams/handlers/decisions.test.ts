import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StoreUnavailable } from '../../../src/programme/store.js';
import { CHANNEL, OTHER_CHANNEL } from '../../jobs/setup.js';
import { channelThread, type Outcome, type Person } from '../../support/person.js';
import { button, cardsIn, readable } from '../../support/seen.js';
import { startDeciding, type Deciding } from './decisions-setup.js';

let at: Deciding;
const decide = (person: Person, inputs: Record<string, unknown>): Promise<Outcome> =>
  person.press(button(at.post()?.activity, 'decision.decide'), inputs, at.post()?.id);

beforeEach(async () => {
  at = await startDeciding();
});
afterEach(() => at.bot.close());

describe('the steering group decides on the card', () => {
  test('outcome, who and when stand on the card for everybody', async () => {
    const decided = await decide(at.inChannel('chair'), { outcome: 'approved', comment: 'Mit *Augenmaß*' });
    expect(at.decision()?.rulings).toEqual([
      {
        outcome: 'approved',
        comment: 'Mit *Augenmaß*',
        condition: null,
        until: null,
        at: '2026-05-18T11:30:00.000Z',
        by: 'chair',
      },
    ]);
    const seen = readable(at.post()?.activity);
    expect(seen).toContain('genehmigt von Name chair am 18.05.2026 um 13:30 Uhr · Mit \\*Augenmaß\\*');
    expect(seen).toContain('Wochenbericht KW 20');
    expect(at.post()?.updates).toBe(1);
    expect(readable(decided.body)).toContain('genehmigt von Name chair');
    expect(() => button(at.post()?.activity, 'decision.decide')).toThrow();
  });

  test('clients without Action.Execute can, too', async () => {
    await at
      .inChannel('chair')
      .pressFallback(button(at.post()?.activity, 'decision.decide'), { outcome: 'rejected' }, at.post()?.id);
    expect(at.decision()?.rulings.map(({ outcome }) => outcome)).toEqual(['rejected']);
    expect(readable(at.post()?.activity)).toContain('abgelehnt von Name chair');
  });

  test('in the channel’s language, whatever that of the member', async () => {
    const english = at.bot.person({
      is: 'chair',
      locale: 'en-GB',
      conversation: channelThread(CHANNEL, at.post()?.id),
    });
    const decided = await decide(english, { outcome: 'approved' });
    expect(readable(decided.body)).toContain('genehmigt von Name chair');
    expect(readable(at.post()?.activity)).toContain('Wochenbericht KW 20');
  });

  test('is told so although the database went away once it was recorded', async () => {
    const { store } = at.bot;
    const get = store.get.bind(store);
    store.get = (partition, id) =>
      partition === 'digests' ? Promise.reject(new StoreUnavailable('away')) : get(partition, id);
    const decided = await decide(at.inChannel('chair'), { outcome: 'approved' });
    expect(at.decision()?.rulings).toHaveLength(1);
    expect(readable(decided.body)).toContain('genehmigt von Name chair');
  });

  test('two at the same moment: one outcome, and a clear word to the second', async () => {
    const outcomes = await Promise.all([
      decide(at.inChannel('chair'), { outcome: 'approved', comment: 'Ja' }),
      decide(at.inChannel('member'), { outcome: 'rejected', comment: 'Nein, weil' }),
    ]);
    expect(at.decision()?.rulings).toHaveLength(1);
    const winner = at.decision()?.rulings[0]?.outcome === 'approved' ? 0 : 1;
    const loser = outcomes[1 - winner];
    expect(loser?.text).toContain('Das ist schon entschieden');
    expect(loser?.text).toContain(winner === 0 ? 'genehmigt von Name chair' : 'abgelehnt von Name member');
    expect(loser?.text).toContain(winner === 0 ? 'Nein, weil' : 'Ja');
    expect(outcomes[winner]?.text).not.toContain('schon entschieden');
  });

  test('the same click twice is one ruling and no reproach', async () => {
    const [first, second] = await Promise.all([
      decide(at.inChannel('chair'), { outcome: 'approved' }),
      decide(at.inChannel('chair'), { outcome: 'approved' }),
    ]);
    expect(at.decision()?.rulings).toHaveLength(1);
    expect(`${first?.text}${second?.text}`).not.toContain('schon entschieden');
  });

  test('a deferred one comes back on its date', async () => {
    await decide(at.inChannel('chair'), { outcome: 'deferred', until: '2026-06-08', comment: 'Erst die Zahlen' });
    expect(readable(at.post()?.activity)).toContain('Wiedervorlage 08.06.2026');
    const staff = at.bot.person({ is: 'staff' });
    at.bot.clock.set('2026-06-07T08:00:00Z');
    expect((await staff.say('digest')).text).not.toContain('Entscheidungen gefragt');
    at.bot.clock.set('2026-06-08T08:00:00Z');
    expect((await staff.say('digest')).text).toContain('am 18.05.2026 vertagt: Erst die Zahlen');
  });

  test('an approval may have a condition with a day', async () => {
    await decide(at.inChannel('chair'), { outcome: 'approved', condition: 'Nur mit Förderung', until: '2026-06-30' });
    expect(readable(at.post()?.activity)).toContain('Auflage: Nur mit Förderung · fällig 30.06.2026');
  });

  test('the other channels show it as well', async () => {
    await at.bot.close();
    at = await startDeciding({ others: { [OTHER_CHANNEL]: 'digest here' } });
    await decide(at.inChannel('chair'), { outcome: 'approved' });
    expect(readable(at.post(OTHER_CHANNEL)?.activity)).toContain('approved by Name chair');
    expect(readable(at.post()?.activity)).toContain('genehmigt von Name chair');
  });
});

describe('what is met', () => {
  test.each(['staff', 'office', 'lead'])('somebody without the right: %s', async (is) => {
    const refused = await decide(at.inChannel(is), { outcome: 'approved', comment: 'Bitte ja' });
    expect(refused.text).toContain('nur die Mitglieder des Lenkungskreises');
    expect(refused.text).toContain('Bitte ja');
    expect(at.decision()?.rulings).toEqual([]);
    expect(at.post()?.updates).toBe(0);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['no outcome', {}, 'Bitte wählen Sie genehmigen'],
    ['an outcome that does not exist', { outcome: 'yes' }, 'Bitte wählen Sie genehmigen'],
    ['an outcome of the wrong type', { outcome: { $gt: '' } }, 'Bitte wählen Sie genehmigen'],
    ['a day that does not exist', { outcome: 'deferred', until: '2026-02-30' }, 'Dieses Datum gibt es nicht'],
    ['a day in the past', { outcome: 'deferred', until: '2026-05-18' }, 'nicht in der Zukunft'],
    ['a condition of a refusal', { outcome: 'rejected', condition: 'Aber' }, 'gehört zu einer Genehmigung'],
    ['too long a reason', { outcome: 'approved', comment: 'x'.repeat(1001) }, 'höchstens 1.000 Zeichen'],
  ])('%s', async (_, inputs, answer) => {
    const refused = await decide(at.inChannel('chair'), inputs);
    expect(refused.status).toBe(200);
    expect(refused.text).toContain(answer);
    expect(at.decision()?.rulings).toEqual([]);
  });

  test('a decision that is not there', async () => {
    const chair = at.inChannel('chair');
    for (const id of ['d-x', '__proto__', 17, null]) {
      const press = { type: 'Action.Execute', verb: 'decision.decide', data: { decision: id, outcome: 'approved' } };
      expect((await chair.press(press)).text).toContain('gibt es nicht mehr');
    }
  });

  test('a decision nobody wants any more', async () => {
    await at.report({ project: 'akte', week: '2026-W21', submittedAt: '2026-05-18T11:20:00.000Z' });
    const refused = await decide(at.inChannel('chair'), { outcome: 'approved' });
    expect(refused.text).toContain('zurückgezogen');
    expect(at.decision()?.rulings).toEqual([]);
  });

  test('a card alone, without its digest, turns into what was decided', async () => {
    const data = { decision: at.decision()?.id, outcome: 'approved' };
    const chair = at.bot.person({ is: 'chair' });
    const decided = await chair.press({ type: 'Action.Execute', verb: 'decision.decide', data });
    expect(cardsIn(decided.body)).toHaveLength(1);
    expect(decided.text).toContain('genehmigt von Name chair');
    expect(readable(at.post()?.activity)).toContain('genehmigt von Name chair');
  });
});
