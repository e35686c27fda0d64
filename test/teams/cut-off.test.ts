import { aPerson, aProgramme, aProject } from '../builders.js';
import { startCosmos, type Endpoint } from '../store/cosmos/endpoint.js';
import { startBot, type TestBot } from '../support/bot.js';
import { button, cardsIn, inputsIn, readable } from '../support/seen.js';
import type { Outcome } from '../support/person.js';
import { askAbout, searchFor, titlesOf } from './extension/town.js';
import { cardOf, valuesOf } from './handlers/status-setup.js';

const programme = aProgramme({
  people: [
    aPerson({ id: 'lead', aadObjectId: 'aad-lead' }),
    aPerson({ id: 'english', aadObjectId: 'aad-en', lang: 'en' }),
    aPerson({ id: 'office', aadObjectId: 'aad-office', roles: ['office', 'steering'] }),
  ],
  projects: [
    aProject({ id: 'solo', title: { de: 'Glasfasernetz', en: 'Fibre network' }, lead: { person: 'lead' } }),
    aProject({ id: 'a', title: { de: 'Portal' }, lead: { person: 'english' } }),
    aProject({ id: 'b', title: { de: 'Termine' }, lead: { person: 'english' } }),
  ],
});
const TYPED = { health: 'amber', progress: '45', summary: 'Warten auf *Tiefbau*', risk: 'Verzug', nextSteps: 'Bagger' };
let cosmos: Endpoint;
let bot: TestBot;

beforeEach(async () => {
  cosmos = await startCosmos();
  const store = await cosmos.bed({ patience: { attemptMs: 500, totalMs: 1_500 } }).open();
  bot = await startBot({ programme, now: '2026-05-21T08:00:00Z', store });
});
afterEach(async () => {
  await bot.close();
  await cosmos.stop();
});

/** From now on nothing reaches the database; the next look of this replica finds that out. */
async function cut(how: 'cut' | 'silent' = 'cut'): Promise<void> {
  cosmos.line.fate = () => how;
  bot.clock.set('2026-05-21T08:10:00Z');
  await expect(bot.ledger.refresh(bot.clock.now())).rejects.toThrow();
}
async function mend(): Promise<void> {
  cosmos.line.fate = () => 'pass';
  await bot.ledger.refresh(bot.clock.now());
}
const shownBy = (outcome: Outcome) => readable(cardsIn(outcome.messages));

describe('a replica that has lost the database', () => {
  it.each(['cut', 'silent'] as const)('answers from memory and says how old it is (%s)', async (how) => {
    const person = bot.person({ is: 'lead' });
    expect((await person.say('Wer leitet das Glasfasernetz?')).text).not.toContain('aus dem Gedächtnis');
    await cut(how);
    const answer = await person.say('Wer leitet das Glasfasernetz?');
    expect(answer.status).toBe(200);
    expect(shownBy(answer)).toContain('Name lead');
    expect(shownBy(answer)).toContain('mein Wissen ist vom 21.05.2026, 10:00 Uhr');
    await mend();
    expect((await person.say('Wer leitet das Glasfasernetz?')).text).not.toContain('aus dem Gedächtnis');
  });

  it('answers people it has not met before, in their language', async () => {
    await cut();
    const answer = await bot.person({ is: 'english', locale: 'en-GB' }).say('Who leads the fibre network?');
    expect(shownBy(answer)).toContain('what I know is from 21 May 2026, 10:00');
  });

  it('opens the form, gives a sent card back filled, and takes it once when the database is there again', async () => {
    const person = bot.person({ is: 'lead' });
    await cut();
    const form = await person.say('status');
    const refused = await person.press(button(cardOf(form), 'status.submit'), TYPED);
    expect(refused.status).toBe(200);
    expect(refused.text).toContain('Noch nicht gespeichert');
    expect(refused.text).not.toContain('Gespeichert');
    expect(valuesOf(refused)).toMatchObject({ ...TYPED, progress: 45 });
    await mend();
    for (let time = 1; time <= 2; time += 1) {
      const saved = await person.press(button(cardOf(refused), 'status.submit'), valuesOf(refused));
      expect(saved.text).toContain('Gespeichert');
    }
    expect(bot.ledger.portfolio()?.reports.get('solo')).toHaveLength(1);
    expect(bot.log.at('error')).toEqual([]);
  });

  it('gives a card with several projects back as well', async () => {
    const person = bot.person({ is: 'english', locale: 'en-GB' });
    const form = await person.say('status');
    await cut();
    const inputs = { ...valuesOf(form) };
    const [health] = Object.keys(inputs).filter((name) => name.startsWith('health'));
    const [summary] = Object.keys(inputs).filter((name) => name.startsWith('summary'));
    const typed = { ...inputs, [health!]: 'green', [summary!]: 'Still waiting' };
    const refused = await person.press(button(cardOf(form), 'status.submitAll'), typed);
    expect(refused.text).toContain('Not saved yet');
    expect(valuesOf(refused)).toMatchObject({ [health!]: 'green', [summary!]: 'Still waiting' });
  });

  it.each([
    ['Entscheidung anfragen zu Portal: Zweites Los?', 'decision.request', { text: 'Zweites Los?', by: '2026-06-01' }],
    ['pausiere Portal', 'status.arrange', { reason: 'Zweites Los?' }],
  ])('gives what the office typed on a card back in words: %s', async (said, verb, typed) => {
    const office = bot.person({ is: 'office' });
    const card = await office.say(said);
    await cut();
    const declined = await office.press(button(cardOf(card), verb), typed);
    expect([declined.status, declined.messages]).toEqual([200, []]);
    expect(declined.text).toContain('kann nichts speichern');
    expect(declined.text).toContain('Ihr Text: Zweites Los?');
    await mend();
    await office.press(button(cardOf(card), verb), typed);
    expect(bot.ledger.portfolio()?.history.at(-1)).toMatchObject({ by: 'office' });
    expect(bot.log.at('error')).toEqual([]);
  });

  it('gives the reason of a ruling, of a withdrawal and the note on a digest back in words', async () => {
    const office = bot.person({ is: 'office' });
    const asked = await office.say('Entscheidung anfragen zu Portal: Zweites Los?');
    await office.press(button(cardOf(asked), 'decision.request'), { text: 'Zweites Los?', by: '2026-06-01' });
    const form = await office.press({ type: 'Action.Execute', verb: 'status.open', data: { project: 'a' } });
    await office.press(button(cardOf(form), 'status.submit'), { health: 'green', summary: 'Läuft' });
    const { decisions, reports } = bot.ledger.portfolio()!;
    const [decision, report] = [[...decisions.keys()][0], reports.get('a')?.[0]?.id];
    await cut();
    const press = (verb: string, data: object) => office.press({ type: 'Action.Execute', verb, data });
    for (const declined of [
      await press('decision.decide', { decision, outcome: 'approved', comment: 'Nur mit *Bescheid*' }),
      await press('status.withdraw', { project: 'a', report, confirmed: true, reason: 'Nur mit *Bescheid*' }),
      await press('digest.annotate', { week: '2026-W20', note: 'Nur mit *Bescheid*' }),
    ]) {
      expect(declined.status).toBe(200);
      expect(declined.text).toContain('Ihr Text: Nur mit \\*Bescheid\\*');
    }
  });

  it('opens a dialog, keeps it open with what was typed, and takes it once when the database is there again', async () => {
    const person = bot.person({ is: 'lead' });
    await person.say('status');
    await cut();
    const opened = await person.invoke('task/fetch', { data: { verb: 'status.dialog', project: 'solo' } });
    const dialog = (outcome: Outcome) => outcome.body.task.value.card.content;
    const submit = (from: Outcome) =>
      person.invoke('task/submit', { data: { ...button(dialog(from), 'status.dialogSubmit').data, ...TYPED } });
    const refused = await submit(opened);
    expect(readable(dialog(refused))).toContain('Noch nicht gespeichert');
    const inputs = Object.fromEntries(inputsIn(dialog(refused)).map(({ id, value }) => [id, String(value ?? '')]));
    expect(inputs).toMatchObject(TYPED);
    await mend();
    for (let time = 1; time <= 2; time += 1) await submit(refused);
    expect(bot.ledger.portfolio()?.reports.get('solo')).toMatchObject([{ summary: TYPED.summary }]);
    expect(bot.log.at('error')).toEqual([]);
  });

  it('finds, answers and says how old it is where people write, too', async () => {
    const person = bot.person({ is: 'lead' });
    await cut();
    const found = await searchFor(person, 'glas');
    expect(titlesOf(found)).toEqual(['Glasfasernetz']);
    expect(readable(found.body)).toContain('mein Wissen ist vom 21.05.2026, 10:00 Uhr');
    const asked = await askAbout(person, 'Wer leitet das Glasfasernetz?');
    expect(readable(asked.body)).toContain('Name lead');
    expect(readable(asked.body)).toContain('mein Wissen ist vom 21.05.2026, 10:00 Uhr');
  });

  it('declines other changes in words that say where the text is', async () => {
    await cut();
    const declined = await bot.person({ is: 'lead' }).say('Ich bin vom 1. bis 5. Juni im Urlaub');
    expect(declined.status).toBe(200);
    expect(declined.text).toContain('Ihr Text ist nicht verloren');
  });
});
