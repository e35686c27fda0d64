import { aDepartment, aPerson, aProgramme, aProject } from '../../builders.js';
import { startBot, type TestBot } from '../../support/bot.js';
import { button, buttonsIn, findAll, readable } from '../../support/seen.js';

const THINGS = ['Garten', 'Brücken', 'Kanal', 'Hafen', 'Friedhof', 'Bäder', 'Museum', 'Wald'];
const KINDS = ['kataster', 'portal', 'melder', 'archiv', 'kompass'];
const TITLES = THINGS.flatMap((thing) => KINDS.map((kind) => `${thing}${kind}`));

/** Forty projects that Amt 10 leads, one of which somebody may report on. */
const programme = aProgramme({
  vocabulary: { department: { de: 'Amt', en: 'office' }, division: { de: 'Referat', en: 'division' } },
  departments: [
    aDepartment({ id: '10', shortName: 'Amt 10', name: { de: 'Hauptamt', en: 'Main office' } }),
    aDepartment({ id: '20', shortName: 'Amt 20', name: { de: 'Kämmerei', en: 'Treasury' } }),
  ],
  people: [
    aPerson({ id: 'kim', name: 'Kim Beispiel', aadObjectId: '5d3f0f0e-0000-4000-8000-000000000001', department: '10' }),
  ],
  projects: TITLES.map((title) => {
    const lead = { department: '10', person: 'kim' };
    return aProject({ title: { de: title, en: `${title} (EN)` }, lead, end: '2026-12-31' });
  }),
});

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ programme });
}, 60_000);
afterAll(() => bot.close());

/** How many projects a reply names. */
const count = (text: string): number => TITLES.filter((title) => text.includes(title)).length;

describe('a question in words', () => {
  it('is answered on a card that says as of when and as what it was understood', async () => {
    const { status, text, messages } = await bot.person().say('Welche Projekte leitet Amt 10?');
    expect(status).toBe(200);
    expect(messages).toHaveLength(1);
    expect(text).toContain('Amt 10 (Hauptamt) leitet 40 Projekte.');
    expect(text).toContain('Stand: 18.05.2026 · verstanden als: Projekte, die von Amt 10 (Hauptamt) geleitet werden');
  });
  it('is answered in the language it is asked in', async () => {
    const { text } = await bot.person().say('Which projects does Amt 10 lead?');
    expect(text).toContain('Amt 10 (Main office) leads 40 projects.');
  });
  it('goes on from the last one, for each person by themselves', async () => {
    const [kim, toni] = [bot.person(), bot.person()];
    await kim.say('Wann endet der Hafenmelder?');
    expect((await kim.say('und wer leitet das?')).text).toContain('Amt 10 (Hauptamt) leitet „Hafenmelder“');
    expect((await toni.say('und wer leitet das?')).text).not.toContain('Hafenmelder');
  });
  it('asked at once by many is answered to each', async () => {
    const people = THINGS.map(() => bot.person());
    const answers = await Promise.all(people.map((person, n) => person.say(`Wann endet ${THINGS[n]}portal?`)));
    answers.forEach(({ messages }, n) => {
      const own = messages.filter(({ conversation }) => conversation?.id === people[n]?.conversation.id);
      const text = readable(own);
      expect(text).toContain(`„${THINGS[n]}portal“ endet laut Plan am 31.12.2026`);
      expect(count(text)).toBe(1);
    });
  });
});

describe('buttons', () => {
  it('turn the page of the card they stand on, there and back', async () => {
    const person = bot.person();
    const first = await person.say('Welche Projekte leitet Amt 10?');
    const second = await person.press(button(first.messages, 'Weiter (16–30)'), {}, 'card-1');
    expect(second.text).toContain('16–30 von 40');
    expect(count(second.text)).toBe(15);
    const third = await person.press(button(second.body, 'Weiter (31–40)'), {}, 'card-1');
    expect(count(third.text)).toBe(10);
    expect((await person.press(button(third.body, 'Zurück (16–30)'), {}, 'card-1')).text).toContain('16–30 von 40');
  });
  it('page in clients that know only the older kind', async () => {
    const person = bot.person();
    const first = await person.say('Welche Projekte leitet Amt 10?');
    const { text } = await person.pressFallback(button(first.messages, 'Weiter (16–30)'));
    expect(text).toContain('16–30 von 40');
  });
  it('show details in the language of their card, whatever the client speaks', async () => {
    const person = bot.person({ locale: 'de-DE' });
    const list = await person.say('Which projects does Amt 10 lead?');
    const [row] = findAll(
      list.messages,
      ({ verb, data }) => verb === 'question.ask' && data?.question?.intent === 'project',
    );
    const { text } = await person.press(row!);
    expect(text).toContain('(EN)');
    expect(text).toContain('As of 18 May 2026');
  });
  it('offer to report only to those who may', async () => {
    const verbs = async (person: ReturnType<TestBot['person']>) =>
      buttonsIn((await person.say('Was ist der Waldkompass?')).messages).map(({ verb }) => verb);
    expect(await verbs(bot.person({ is: 'kim' }))).toContain('status.open');
    expect(await verbs(bot.person())).not.toContain('status.open');
  });
  it('let strangers pick where they work, and answer what they had asked', async () => {
    const person = bot.person();
    const asked = await person.say('Welche Projekte leitet mein Amt?');
    expect(findAll(asked.messages, ({ type }) => type === 'Input.ChoiceSet')).toMatchObject([
      { label: 'Meine Organisationseinheit' },
    ]);
    const { text } = await person.press(button(asked.messages, 'question.choose'), { choice: '20' });
    expect(text).toContain('Amt 20 (Kämmerei) leitet keine Projekte.');
  });
});

describe('what comes back from cards is not trusted', () => {
  const press = (data: unknown) => bot.person().press({ type: 'Action.Execute', verb: 'question.ask', data });
  it.each([
    ['nothing', {}],
    ['no question', { question: 'drop table' }],
    ['an intent nobody knows', { question: { intent: 'delete' } }],
    ['conditions of the wrong type', { question: { intent: 'count', filters: { registers: 7 } } }],
    [
      'asking back without end',
      {
        question: {
          intent: 'clarify',
          about: 'meaning',
          words: null,
          options: [{ noun: 'question', id: 'x', question: { intent: 'clarify' } }],
        },
      },
    ],
  ])('%s gets a clear word', async (_, data) => {
    const { status, text } = await press(data);
    expect(status).toBe(200);
    expect(text).toContain('Mit dieser Schaltfläche kann ich nichts mehr anfangen.');
  });
  it('a project that is gone is said to be gone', async () => {
    expect((await press({ question: { intent: 'project', project: 'nie-gewesen' } })).text).toContain(
      'nicht mehr im Programm',
    );
  });
  it('ids nobody knows match nothing', async () => {
    const filters = { organisations: [{ departments: ['__proto__'], division: null, relation: 'leads' }] };
    const { status, text } = await press({ question: { intent: 'count', filters } });
    expect(status).toBe(200);
    expect(text).toMatch(/leitet keine Projekte/);
  });
  it('a page that is not there is the last one', async () => {
    const question = { intent: 'list', filters: {}, order: null, limit: null, page: 9999 };
    expect((await press({ question })).text).toContain('31–40 von 40');
  });
});
