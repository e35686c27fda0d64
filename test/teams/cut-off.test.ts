import { aPerson, aProgramme, aProject } from '../builders.js';
import { startCosmos, type Endpoint } from '../store/cosmos/endpoint.js';
import { startBot, type TestBot } from '../support/bot.js';
import { button, cardsIn, readable } from '../support/seen.js';
import type { Outcome } from '../support/person.js';
import { cardOf, valuesOf } from './handlers/status-setup.js';

const programme = aProgramme({
  people: [
    aPerson({ id: 'lead', aadObjectId: 'aad-lead' }),
    aPerson({ id: 'english', aadObjectId: 'aad-en', lang: 'en' }),
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
  const store = await cosmos.bed({ patience: { attemptMs: 100, totalMs: 300 } }).open();
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

  it('declines other changes in words that say where the text is', async () => {
    await cut();
    const declined = await bot.person({ is: 'lead' }).say('Ich bin vom 1. bis 5. Juni im Urlaub');
    expect(declined.status).toBe(200);
    expect(declined.text).toContain('Ihr Text ist nicht verloren');
  });
});
