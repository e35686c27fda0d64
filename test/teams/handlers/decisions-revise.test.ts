import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decisionLog } from '../../../src/cards/decisions/decision-log.js';
import type { Outcome } from '../../support/person.js';
import { button, buttonsIn, inputsIn, readable } from '../../support/seen.js';
import { startDeciding, type Deciding } from './decisions-setup.js';

let at: Deciding;
const REASON = 'Verklickt, gemeint war das Gegenteil.';

beforeEach(async () => {
  at = await startDeciding();
  await at
    .inChannel('chair')
    .press(button(at.post()?.activity, 'decision.decide'), { outcome: 'approved' }, at.post()?.id);
  at.bot.clock.set('2026-05-19T08:00:00Z');
});
afterEach(() => at.bot.close());

/** What a person who pressed "change" under the decision in the channel is shown. */
const form = (is: string): Promise<Outcome> =>
  at.inChannel(is).press(button(at.post()?.activity, 'decision.revise'), {}, at.post()?.id);
const change = (is: string, shown: Outcome, inputs: Record<string, unknown>): Promise<Outcome> =>
  at.inChannel(is).press(button(shown.messages, 'decision.revise'), inputs);

describe('a ruling made by mistake', () => {
  test('is changed by a member with a reason; post, log and lead have both', async () => {
    const shown = await form('member');
    expect(readable(shown.messages)).toContain('genehmigt von Name chair am 18.05.2026 um 13:30 Uhr');
    const changed = await change('member', shown, { outcome: 'rejected', comment: REASON });
    const now = `abgelehnt von Name member, geändert am 19.05.2026 um 10:00 Uhr (vorher genehmigt) · ${REASON}`;
    expect(readable(changed.body)).toContain(now);
    expect(readable(at.post()?.activity)).toContain(now);
    expect(readable(at.post()?.activity)).toContain('Die Entscheidung ist getroffen.');
    expect(at.decision()?.rulings.map(({ outcome, by }) => [outcome, by])).toEqual([
      ['approved', 'chair'],
      ['rejected', 'member'],
    ]);
    expect(decisionLog(at.bot.ledger.portfolio()!, 'de')).toMatch(
      /genehmigt;2026-05-18;Name chair[^]*abgelehnt;2026-05-19/,
    );
    await at.jobs.runDue();
    const told = at.bot.connector.posted.filter(({ activity }) => readable(activity).includes('zu **Vorhaben akte**'));
    expect(told.map(({ activity }) => /genehmigt von|geändert am/.exec(readable(activity))?.[0])).toEqual([
      'genehmigt von',
      'geändert am',
    ]);
  });

  test('needs a reason', async () => {
    const refused = await change('chair', await form('chair'), { outcome: 'rejected' });
    expect(refused.text).toContain('warum die Entscheidung geändert wird');
    expect(at.decision()?.rulings).toHaveLength(1);
  });

  test('two at the same moment: one outcome, and a clear word to the second', async () => {
    const shown = [await form('chair'), await form('member')] as const;
    const outcomes = await Promise.all([
      change('chair', shown[0], { outcome: 'rejected', comment: 'Nein' }),
      change('member', shown[1], { outcome: 'deferred', comment: 'Später, weil' }),
    ]);
    expect(at.decision()?.rulings).toHaveLength(2);
    const loser = outcomes[at.decision()?.rulings[1]?.by === 'chair' ? 1 : 0];
    expect(loser?.text).toContain('Das ist schon entschieden');
    const late = await change('chair', shown[0], { outcome: 'approved', comment: 'Doch' });
    expect(late.text).toContain('Das ist schon entschieden');
    expect(at.decision()?.rulings).toHaveLength(2);
  });

  test.each(['staff', 'office', 'lead'])('is not changed by %s', async (is) => {
    expect((await form(is)).text).toContain('nur die Mitglieder des Lenkungskreises');
    const forged = {
      type: 'Action.Execute',
      verb: 'decision.revise',
      data: { decision: at.decision()?.id, revises: 1 },
    };
    const refused = await at.inChannel(is).press(forged, { outcome: 'rejected', comment: 'Ich will' });
    expect(refused.text).toContain('Ich will');
    expect(at.decision()?.rulings).toHaveLength(1);
  });

  test('is changed from the answer to a question as well', async () => {
    const chair = at.bot.person({ is: 'chair' });
    const question = 'Was wurde beschlossen?';
    const shown = await chair.press(button((await chair.say(question)).messages, 'decision.revise'));
    await chair.press(button(shown.messages, 'decision.revise'), { outcome: 'rejected', comment: REASON });
    expect(at.decision()?.rulings.at(-1)?.outcome).toBe('rejected');
    expect((await chair.say(question)).text).toContain('geändert, vorher genehmigt');
    const staff = await at.bot.person({ is: 'staff' }).say(question);
    expect(buttonsIn(staff.messages).map(({ verb }) => verb)).not.toContain('decision.revise');
  });
});

describe('a typed question for open decisions', () => {
  const QUESTION = 'Welche Entscheidungen stehen aus?';
  beforeEach(async () => {
    for (const [project, text] of [
      ['termin', 'Mehr Schalter?'],
      ['portal', 'Neu ausschreiben?'],
    ] as const) {
      const submittedAt = '2026-05-18T12:00:00.000Z';
      await at.report({ project, week: '2026-W21', submittedAt, decision: { text, by: '2026-05-29' } });
    }
  });

  test('lets the steering group decide on the answer, one after the other', async () => {
    const chair = at.bot.person({ is: 'chair' });
    const answer = await chair.say(QUESTION);
    const inputs = inputsIn(answer.messages);
    expect(inputs).toHaveLength(8);
    expect(new Set(inputs.map(({ id }) => String(id))).size).toBe(8);
    const first = button(answer.messages, 'decision.decide');
    const { decision: id } = first.data as { decision: string };
    const after = await chair.press(first, { [`outcome:${id}`]: 'approved' });
    expect(at.bot.ledger.portfolio()?.decisions.get(id)?.rulings).toMatchObject([{ outcome: 'approved', by: 'chair' }]);
    expect(readable(after.body)).toContain('genehmigt von Name chair');
    const second = button(after.body, 'decision.decide');
    const other = (second.data as { decision: string }).decision;
    expect(other).not.toBe(id);
    await chair.press(second, { [`outcome:${other}`]: 'rejected' });
    expect((await chair.say(QUESTION)).text).toContain('Es steht keine Entscheidung aus.');
  });

  test.each(['staff', 'office', 'lead'])('only tells others: %s', async (is) => {
    const answer = await at.bot.person({ is }).say(QUESTION);
    expect(answer.text).toContain('2 Entscheidungen stehen aus');
    expect(inputsIn(answer.messages)).toEqual([]);
  });
});
