import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openLedger } from '../../../src/programme/books/ledger.js';
import type { Outcome } from '../../support/person.js';
import { channelThread } from '../../support/person.js';
import { button } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

/** The JSON of an answer, put together from its code blocks. */
function dataOf({ messages }: Outcome) {
  const blocks = messages.flatMap(({ text }) => /```json\n(.*)```$/s.exec(text ?? '')?.[1] ?? []);
  return JSON.parse(blocks.join('')) as {
    programme: { reports: object[]; entry: { id: string } } | null;
    stored: { partition: string; id: string; value: { user?: { aadObjectId: string } } }[];
  };
}

async function report(who: string, health: string): Promise<void> {
  const person = at.bot.person({ is: who });
  const form = await person.say('status');
  expect(isSaved(await person.press(button(cardOf(form), 'status.submit'), { health, summary: `von ${who}` }))).toBe(
    true,
  );
}

async function forget(who: string): Promise<Outcome> {
  const person = at.bot.person({ is: who });
  const asked = await person.say('Vergiss mich!');
  return person.press(button(cardOf(asked), 'privacy.forget'));
}

/** Everything in the store outside history and programme, as text. */
async function state(): Promise<string> {
  const partitions = (await at.bot.store.partitions()).filter((name) => !/^(log|parts)/.test(name));
  const all = await Promise.all(partitions.map(async (name) => [name, await at.bot.store.list(name)]));
  return JSON.stringify(all);
}

describe('“Was weißt du über mich?”', () => {
  it('is answered with the entry, responsibilities, reports with week and role, absences and what else is stored', async () => {
    await report('one', 'amber');
    await report('stepper', 'green');
    const person = at.bot.person({ is: 'one' });
    await person.say('bin vom 3. bis 14. August weg, Vertretung nobody');
    const answer = await person.say('Was weißt du über mich?');
    expect(answer.text).toContain('Name one, Kennung „one“');
    expect(answer.text).toContain('Ein \\*Vorhaben\\*: Leitung');
    expect(answer.text).toContain('Ein \\*Vorhaben\\*, KW 21/2026: als Leitung');
    expect(answer.text).toContain('vom 03.08.2026 bis 14.08.2026');
    expect(answer.text).toContain('unser Gespräch: wohin ich Ihnen schreiben kann');
    const data = dataOf(answer);
    expect(data.programme?.entry.id).toBe('one');
    expect(data.programme?.reports).toMatchObject([{ project: 'solo', week: '2026-W21', role: 'lead' }]);
    expect(data.stored).toContainEqual(expect.objectContaining({ partition: 'conversations' }));
  });

  it('holds nothing of anybody else, whoever else is known', async () => {
    for (const who of ['one', 'three', 'deputy', 'office', 'english']) await at.bot.person({ is: who }).say('hilfe');
    const { stored } = dataOf(await at.bot.person({ is: 'three' }).say('meine daten'));
    expect(stored.length).toBeGreaterThan(0);
    for (const { value } of stored) if (value.user) expect(value.user.aadObjectId).toBe('aad-three');
    expect(JSON.stringify(stored)).not.toMatch(/aad-(one|deputy|office|english)/);
  });

  it('names drafts, and those who stand in learn of it', async () => {
    await at.bot.person({ is: 'one' }).say('bin vom 3. bis 14. August weg, Vertretung nobody');
    await at.bot.store.create('drafts', 'nobody~solo', {
      project: 'solo',
      values: { summary: 'halb' },
      at: '2026-05-21T08:00:00Z',
    });
    const answer = await at.bot.person({ is: 'nobody' }).say('Was weißt du über mich');
    expect(answer.text).toContain('(Sie vertreten)');
    expect(answer.text).toContain('1 × angefangene Statusmeldungen');
    expect(answer.text).toContain('"halb"');
  });

  it('in English is answered in English, also to somebody the programme does not list', async () => {
    const person = at.bot.person({ locale: 'de-DE' });
    await person.say('hi');
    const answer = await person.say('What do you know about me?');
    expect(answer.text).toContain('The programme does not list you');
    expect(dataOf(answer)).toMatchObject({ programme: null });
    expect(dataOf(answer).stored.map(({ partition }) => partition)).toContain('conversations');
  });

  it('asked in a channel is answered in the personal chat only', async () => {
    const person = at.bot.person({ is: 'one' });
    const own = person.conversation.id;
    await person.say('hilfe');
    const before = at.bot.connector.chat(own).length;
    const channel = '19:steering@thread.tacv2';
    const answer = await person.join(channelThread(channel)).mention('Was weißt du über mich?');
    expect(JSON.stringify(at.bot.connector.chat(person.conversation.id))).not.toContain('Kennung');
    expect(answer.text).toContain('im persönlichen Chat geantwortet');
    expect(JSON.stringify(at.bot.connector.chat(own).slice(before))).toContain('Kennung „one“');
  });

  it('of very much is cut into messages, which together are the whole', async () => {
    const values = { summary: 'Ä'.repeat(30_000) };
    await at.bot.store.create('drafts', 'one~solo', { project: 'solo', values, at: '2026-05-21T08:00:00Z' });
    const answer = await at.bot.person({ is: 'one' }).say('meine daten');
    expect(answer.messages.length).toBeGreaterThan(3);
    for (const { text } of answer.messages) expect(text.length).toBeLessThan(14_000);
    const joined = answer.messages.flatMap(({ text }) => /```json\n(.*)\n```$/s.exec(text)?.[1] ?? []).join('');
    expect(joined.replaceAll('\n', '')).toContain(values.summary);
  });
});

describe('“Vergiss mich”', () => {
  it('asks first, and leaves everything when that is cancelled', async () => {
    const person = at.bot.person({ is: 'one' });
    await person.say('hilfe');
    const asked = await person.say('vergiss mich');
    const before = [await state(), at.portfolio().history.length];
    expect(asked.text).toContain('lässt sich nicht zurücknehmen');
    expect((await person.press(button(cardOf(asked), 'privacy.keep'))).text).toContain('es bleibt alles');
    expect([await state(), at.portfolio().history.length]).toEqual(before);
  });

  it('erases what is personal and nothing of others', async () => {
    for (const who of ['one', 'three']) {
      await at.bot.person({ is: who }).say('hilfe');
      await at.bot.store.create('drafts', `${who}~solo`, { project: 'solo', values: {}, at: '2026-05-21T08:00:00Z' });
      await at.bot.store.create('unreachable', `person:${who}`, { reason: 'blocked' });
    }
    const done = await forget('one');
    expect(done.text).toContain('ich habe Sie vergessen');
    expect(done.text).toContain('Programmdatei');
    const left = await state();
    expect(left).not.toContain('aad-one');
    expect(left).not.toContain('one~solo');
    expect(left).not.toContain('person:one');
    for (const kept of ['aad-three', 'three~solo', 'person:three']) expect(left).toContain(kept);
  });

  it('leaves reports with the role, tells nobody who wrote them, and so after a restart', async () => {
    await report('one', 'amber');
    await report('stepper', 'green');
    await forget('one');
    const fresh = (await openLedger(at.bot.store, at.bot.clock)).portfolio()!;
    for (const portfolio of [at.portfolio(), fresh]) {
      expect(portfolio.reports.get('solo')).toMatchObject([
        { by: null, role: 'lead', health: 'amber', summary: 'von one' },
      ]);
      expect(portfolio.reports.get('steps')).toMatchObject([{ by: 'stepper' }]);
      expect(portfolio.history.filter(({ by }) => by === 'one')).toEqual([]);
      expect(portfolio.history.at(-1)).toMatchObject({ type: 'person.forgotten', data: { person: '' } });
    }
    const data = dataOf(await at.bot.person({ is: 'one' }).say('meine daten'));
    expect(data.programme?.reports).toEqual([]);
  });

  it('ends absences that are not over, and what is reported afterwards is theirs again', async () => {
    const person = at.bot.person({ is: 'one' });
    await person.say('bin vom 3. bis 14. August weg');
    await forget('one');
    expect((await at.bot.person({ is: 'office' }).say('Abwesenheiten')).text).not.toContain('03.08.2026');
    await report('one', 'green');
    expect(at.theReport('solo')).toMatchObject({ by: 'one', role: 'lead' });
  });

  it('pressed twice, or from a copy of the card, forgets only who pressed', async () => {
    const asked = await at.bot.person({ is: 'one' }).say('forget me');
    await at.bot.person({ is: 'three' }).say('hilfe');
    await at.bot.person({ is: 'english' }).press(button(cardOf(asked), 'privacy.forget'), { person: 'three' });
    await at.bot.person({ is: 'english' }).press(button(cardOf(asked), 'privacy.forget'));
    const left = await state();
    expect(left).toContain('aad-one');
    expect(left).toContain('aad-three');
    expect(left).not.toContain('aad-english');
  });

  it('is not offered in a channel', async () => {
    const person = at.bot.person({ is: 'one', conversation: channelThread('19:c@thread.tacv2') });
    const answer = await person.mention('Vergiss mich');
    expect(answer.text).toContain('im persönlichen Chat');
    await person.press({ type: 'Action.Execute', verb: 'privacy.forget', data: {} });
    expect(at.portfolio().history.some(({ type }) => type === 'person.forgotten')).toBe(false);
  });
});
