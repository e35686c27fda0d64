import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formCard } from '../../../src/cards/status/form.js';
import { plannedForm } from '../../../src/cards/status/planned.js';
import { dueRequests } from '../../../src/reporting/requests.js';
import { button, buttonsIn, inputsIn, readable } from '../../support/seen.js';
import type { Activity } from '../../support/connector.js';
import { groupChat, type Outcome, type Person } from '../../support/person.js';
import { cardOf, startReporting, valuesOf, type Reporting } from './status-setup.js';

const LONG = `Ein sehr langer Stand. ${'Noch ein Satz. '.repeat(100)}`.trim();
let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

/** The weekly request of somebody, as Teams would show it: with the buttons that open dialogs. */
function request(person: string): Activity {
  const planned = dueRequests(at.portfolio(), at.bot.clock.now()).messages.find((one) => one.person === person)!;
  if (planned.kind === 'missing') throw new Error('not a form');
  return formCard(at.portfolio(), plannedForm(at.portfolio(), planned, at.bot.clock.now()), 'de');
}
const opens = (card: Activity) => buttonsIn(card).filter(({ data }) => data?.msteams?.type === 'task/fetch');
/** Presses a button that opens a dialog: clients send along what stands in the card's inputs. */
const fetch = (person: Person, pressed: Activity, inputs: object, on?: string) =>
  person.invoke(
    'task/fetch',
    { data: { ...pressed.data, ...inputs }, context: { theme: 'default' } },
    { replyToId: on },
  );
const dialogOf = (outcome: Outcome): Activity => outcome.body?.task?.value?.card?.content;
const submit = (person: Person, dialog: Activity, inputs: object) =>
  person.invoke('task/submit', { data: { ...button(dialog, 'status.dialogSubmit').data, ...inputs } });
const inputsOf = (dialog: Activity) =>
  Object.fromEntries(inputsIn(dialog).map(({ id, value }) => [String(id), value ?? '']));

describe('the form of a project in a dialog', () => {
  it('is opened from the status form with the last report, and the card becomes the saved report', async () => {
    await at.given({ project: 'solo', week: '2026-W20', health: 'amber', risk: 'Lieferant', progress: 40 });
    const one = at.bot.person({ is: 'one' });
    await one.say('status');
    const posted = at.bot.connector.chat(one.conversation.id).at(-1)!;
    const [open] = opens(request('one'));
    const opened = await fetch(one, open!, {}, posted.id);
    expect(opened.body.task).toMatchObject({ type: 'continue', value: { title: 'Status: Ein *Vorhaben*' } });
    expect(inputsOf(dialogOf(opened))).toMatchObject({ health: 'amber', risk: 'Lieferant', progress: 40 });
    const sent = await submit(one, dialogOf(opened), { ...inputsOf(dialogOf(opened)), summary: LONG });
    expect(sent).toMatchObject({ status: 200, body: undefined });
    expect(at.theReport('solo')).toMatchObject({ health: 'amber', summary: LONG, by: 'one' });
    const card = at.bot.connector.chat(one.conversation.id).find(({ id }) => id === posted.id);
    expect(card?.updates).toBe(1);
    expect(readable(card?.activity)).toContain('Gespeichert');
  });

  it('replaces no card but the one it was opened from, whatever somebody makes it say', async () => {
    const one = at.bot.person({ is: 'one' });
    await one.say('hilfe');
    await one.say('status');
    const [other, posted] = at.bot.connector.chat(one.conversation.id).slice(-2);
    const opened = await fetch(one, opens(request('one'))[0]!, {}, posted!.id);
    const { card } = button(dialogOf(opened), 'status.dialogSubmit').data;
    const inputs = inputsOf(dialogOf(opened));
    const forged = [other!.id, String(card).replace(posted!.id, other!.id), `.${other!.id}`, String(card).slice(1)];
    for (const [index, said] of forged.entries())
      await submit(one, dialogOf(opened), { ...inputs, health: 'green', progress: String(index), card: said });
    const elsewhere = at.bot.person({ is: 'one', conversation: groupChat() });
    await submit(elsewhere, dialogOf(opened), { ...inputs, health: 'green', progress: '50' });
    const updates = at.bot.connector.chat(one.conversation.id).map((message) => message.updates);
    expect(updates.every((count) => count === 0)).toBe(true);
    // What was reported is saved and shown all the same, in a message of its own.
    expect(at.theReport('solo')).toMatchObject({ health: 'green', progress: 50 });
    await submit(one, dialogOf(opened), { ...inputs, health: 'green', progress: '60' });
    expect(at.bot.connector.chat(one.conversation.id).find(({ id }) => id === posted!.id)?.updates).toBe(1);
  });

  it('comes back with what was typed and a word at each field', async () => {
    const one = at.bot.person({ is: 'one' });
    const opened = await fetch(one, opens(request('one'))[0]!, {});
    const again = await submit(one, dialogOf(opened), { health: 'red', summary: '', decision: LONG, decisionBy: '' });
    expect(again.body.task.type).toBe('continue');
    expect(readable(dialogOf(again))).toContain('Gelb und Rot brauchen einen Grund');
    expect(readable(dialogOf(again))).toContain('Bis wann wird die Entscheidung gebraucht');
    expect(readable(dialogOf(again))).toContain('Der Text hat');
    expect(inputsOf(dialogOf(again))).toMatchObject({ health: 'red', decision: LONG });
    expect(at.theReport('solo')).toBeUndefined();
    const fixed = { ...inputsOf(dialogOf(again)), risk: 'Geld', decision: 'Mehr Geld?', decisionBy: '2026-06-01' };
    await submit(one, dialogOf(again), fixed);
    expect(at.theReport('solo')).toMatchObject({ risk: 'Geld', decision: { text: 'Mehr Geld?' } });
  });

  it('holds what had been typed on the card, and a draft where nothing was', async () => {
    const one = at.bot.person({ is: 'one' });
    const [open] = opens(request('one'));
    const typed = await fetch(one, open!, { health: 'green', summary: 'Angefangen' });
    expect(inputsOf(dialogOf(typed))).toMatchObject({ health: 'green', summary: 'Angefangen' });
    // Closed without sending: it is there the next time.
    const later = await fetch(one, open!, {});
    expect(inputsOf(dialogOf(later))).toMatchObject({ summary: 'Angefangen' });
    expect(readable(dialogOf(later))).toContain('Entwurf');
  });

  it('opened from the weekly request leaves its other projects as they were typed', async () => {
    const three = at.bot.person({ is: 'three' });
    await three.say('status');
    const posted = at.bot.connector.chat(three.conversation.id).at(-1)!;
    const card = request('three');
    expect(opens(card)).toHaveLength(3);
    const open = opens(card).find(({ data }) => data.project === 'a')!;
    const opened = await fetch(three, open, { 'summary:b': 'b ist begonnen', 'health:b': 'green' }, posted.id);
    expect(inputsOf(dialogOf(opened))).toHaveProperty('summary');
    expect(await submit(three, dialogOf(opened), { health: 'green', summary: LONG })).toMatchObject({
      body: undefined,
    });
    expect(at.theReport('a')).toMatchObject({ summary: LONG });
    expect(at.theReport('b')).toBeUndefined();
    const left = at.bot.connector.chat(three.conversation.id).find(({ id }) => id === posted.id)?.activity;
    expect(readable(left)).toContain('2 Projekte sind noch offen');
    expect(inputsIn(left).find(({ id }) => id === 'summary:b')?.value).toBe('b ist begonnen');
    const rest = Object.fromEntries(inputsIn(left).map(({ id, value }) => [id, value ?? '']));
    await three.press(button(left, 'status.submitAll'), { ...rest, 'health:c': 'green' }, posted.id);
    expect(at.theReport('b')).toMatchObject({ summary: 'b ist begonnen' });
  });

  it('sent twice is one report', async () => {
    const one = at.bot.person({ is: 'one' });
    const opened = await fetch(one, opens(request('one'))[0]!, {});
    const send = () => submit(one, dialogOf(opened), { health: 'green', summary: 'Läuft' });
    await Promise.all([send(), send()]);
    await send();
    expect(at.reportsOf('solo')).toHaveLength(1);
  });

  it('is refused to others, who get their text back', async () => {
    const [open] = opens(request('one'));
    const nobody = at.bot.person({ is: 'nobody' });
    expect((await fetch(nobody, open!, {})).body.task).toMatchObject({ type: 'message' });
    const opened = await fetch(at.bot.person({ is: 'one' }), open!, {});
    const refused = await submit(nobody, dialogOf(opened), { health: 'green', summary: 'Fremd' });
    expect(readable(refused.body)).toContain('dürfen nur');
    expect(inputsOf(dialogOf(refused))).toMatchObject({ summary: 'Fremd' });
    expect(at.theReport('solo')).toBeUndefined();
  });

  it('says what is missing when its data are broken', async () => {
    const one = at.bot.person({ is: 'one' });
    expect(await one.invoke('task/fetch', { data: 'x' })).toMatchObject({ status: 200, body: { statusCode: 400 } });
    const gone = await fetch(one, { data: { verb: 'status.dialog', project: 'weg' } }, {});
    expect(gone.body.task.value).toContain('gibt es im Programm nicht mehr');
    expect((await submit(one, { type: 'Action.Submit', data: { verb: 'status.dialogSubmit' } }, {})).status).toBe(200);
  });

  it('is not offered where the client cannot open one, and stands in the chat if a client sends the button as words', async () => {
    const one = at.bot.person({ is: 'one' });
    const shown = await one.say('status');
    expect(opens(cardOf(shown))).toEqual([]);
    const instead = await one.press({ ...opens(request('one'))[0]!, type: 'Action.Submit' });
    expect(valuesOf(instead)).toHaveProperty('summary');
  });
});
