import { aPerson } from '../../builders.js';
import type { TestBot } from '../../support/bot.js';
import type { Outcome } from '../../support/person.js';
import { button, buttonsIn, cardsIn, inputsIn, readable } from '../../support/seen.js';
import { askAbout, dialogOf, programme, startTown } from '../extension/town.js';
import { cardOf, isSaved } from './status-setup.js';

// All of one department, so that only what they may do tells them apart.
const chair = aPerson({ id: 'chair', aadObjectId: 'aad-chair', department: '51', roles: ['steering'] });
const colleague = aPerson({ id: 'colleague', aadObjectId: 'aad-colleague', department: '51' });

let bot: TestBot;
beforeEach(async () => {
  bot = await startTown({ programme: { ...programme, people: [...programme.people, chair, colleague] } });
});
afterEach(() => bot.close());

const as = (is: string) => bot.person({ is });
const mayReport = (outcome: Outcome): boolean => buttonsIn(outcome.messages).some(({ verb }) => verb === 'status.open');

describe('the same question', () => {
  it('offers each what they may do, in whatever order they ask', async () => {
    const [lead, colleague, chairs] = [as('lead'), as('colleague'), as('chair')];
    const asked = [lead, colleague, lead, colleague, colleague, chairs, lead];
    const offered: boolean[] = [];
    for (const person of asked) offered.push(mayReport(await person.say('Was ist der Kitafinder?')));
    expect(offered).toEqual([true, false, true, false, false, false, true]);
  });

  it('offers to decide to none but the steering group', async () => {
    const about = { at: bot.clock.now().toISOString(), by: null, why: null };
    const data = { decision: 'd', project: 'kita', text: 'Weiterbauen?', dueBy: null };
    await bot.ledger.record([{ ...about, id: 'd', type: 'decision.requested', data }], bot.clock.now());
    const inputs: number[] = [];
    for (const is of ['chair', 'lead', 'chair', 'lead']) {
      const { text, messages } = await as(is).say('Welche Entscheidungen stehen aus?');
      expect(text).toContain('Weiterbauen?');
      inputs.push(inputsIn(messages).length);
    }
    expect(inputs).toEqual([expect.any(Number), 0, inputs[0], 0]);
    expect(inputs[0]).toBeGreaterThan(0);
  });

  it('goes by the person somebody acts as', async () => {
    const tester = bot.person();
    const offered: boolean[] = [];
    for (const command of ['/as lead', '/as colleague', '/as lead', '/as']) {
      await tester.say(command);
      offered.push(mayReport(await tester.say('Was ist der Kitafinder?')));
    }
    expect(offered).toEqual([true, false, true, false]);
  });

  it('is answered by what was reported since', async () => {
    const [lead, colleague] = [as('lead'), as('colleague')];
    const ask = async () => (await colleague.say('Wie ist der Status beim Kitafinder?')).text;
    const before = await ask();
    expect(await ask()).toBe(before);
    const form = await lead.say('status');
    const typed = { health: 'red', summary: 'Zu wenig Plätze' };
    expect(isSaved(await lead.press(button(cardOf(form), 'status.submit'), typed))).toBe(true);
    const after = await ask();
    expect(before).not.toContain('Zu wenig Plätze');
    expect(after).toContain('Zu wenig Plätze');
    expect(await ask()).toBe(after);
  });

  it('looks the same by a button, pressed twice and by several, as it did the first time', async () => {
    const [lead, colleague] = [as('lead'), as('colleague')];
    const list = await lead.say('Welche Projekte laufen gerade?');
    const details = buttonsIn(list.messages).find(({ data }) => data?.question?.project === 'netz')!;
    const shown: string[] = [];
    for (const person of [lead, lead, colleague]) {
      const { messages, status } = await person.press(details, {}, 'card-1');
      expect(status).toBe(200);
      shown.push(JSON.stringify(cardsIn(messages)));
    }
    expect(shown[0]).toContain('Bagger fehlt');
    expect(new Set(shown).size).toBe(1);
    const lists = [
      await lead.say('Welche Projekte laufen gerade?'),
      await colleague.say('Welche Projekte laufen gerade?'),
    ];
    const first = JSON.stringify(cardsIn(list.messages));
    expect(lists.map(({ messages }) => JSON.stringify(cardsIn(messages)))).toEqual([first, first]);
  });

  it('comes to a dialog with the dialog’s buttons, and to the chat afterwards with the chat’s', async () => {
    const lead = as('lead');
    const ask = async () => cardsIn((await lead.say('Was ist der Kitafinder?')).messages);
    const first = await ask();
    await ask();
    const dialog = dialogOf(await askAbout(lead, 'Was ist der Kitafinder?'));
    expect(readable(dialog)).toContain('92.000');
    expect(JSON.stringify(dialog)).not.toContain('status.open');
    expect(await ask()).toEqual(first);
    expect(JSON.stringify(first)).toContain('status.open');
  });
});
