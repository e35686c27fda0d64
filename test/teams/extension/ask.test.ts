import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProgrammeEvent } from '../../../src/programme/events.js';
import { aPerson } from '../../builders.js';
import type { TestBot } from '../../support/bot.js';
import { button, buttonsIn, findAll, inputsIn, readable } from '../../support/seen.js';
import { askAbout, attachmentsOf, dialogOf, programme, startTown, submit } from './town.js';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTown();
});
afterAll(() => bot.close());

const as = (is: string) => bot.person({ is });
const SECRET = 'Xaver Geheimnis';

describe('asking Lotse about a message', () => {
  it('answers the message’s text in a dialog, with the text as a question that can be changed', async () => {
    const opened = await askAbout(as('nobody'), '<p>Welche Projekte laufen <b>gerade</b>?</p>');
    expect(opened.body.task).toMatchObject({ type: 'continue', value: { title: 'Lotse fragen' } });
    const card = dialogOf(opened);
    expect(inputsIn(card)).toEqual([
      expect.objectContaining({ id: 'words', label: 'Ihre Frage', value: 'Welche Projekte laufen gerade?' }),
    ]);
    expect(readable(card)).toContain('Kitafinder');
    expect(opened.messages).toEqual([]);
  });

  it('answers in the reader’s language where the words do not tell', async () => {
    const opened = await askAbout(as('english'), '<p>Fibre network</p>');
    expect(opened.body.task.value.title).toBe('Ask Lotse');
    expect(readable(dialogOf(opened))).toContain('Your question');
  });

  it('answers the changed question', async () => {
    const asked = await submit(as('nobody'), { verb: 'extension.ask', words: 'Langzeitarchiv' });
    expect(readable(dialogOf(asked))).toContain('Langzeitarchiv');
    expect(inputsIn(dialogOf(asked))[0]).toMatchObject({ value: 'Langzeitarchiv' });
  });

  it('has only buttons that dialogs know, and follows those that ask', async () => {
    const card = dialogOf(await askAbout(as('lead'), 'Welche Projekte laufen gerade?'));
    expect(findAll(card, ({ type }) => type === 'Action.Execute')).toEqual([]);
    expect(JSON.stringify(dialogOf(await askAbout(as('lead'), 'Kitafinder')))).not.toContain('status.open');
    const details = buttonsIn(card).find(({ data }) => data?.question?.project === 'kita')!;
    const shown = await submit(as('lead'), { ...details.data, words: 'Welche Projekte laufen gerade?' });
    expect(readable(dialogOf(shown))).toContain('92.000');
    expect(inputsIn(dialogOf(shown))[0]).toMatchObject({ value: 'Welche Projekte laufen gerade?' });
  });

  it('offers nobody to decide in the dialog, where nothing could come of it', async () => {
    const chair = aPerson({ id: 'chair', roles: ['steering'], aadObjectId: 'aad-chair' });
    const town = await startTown({ programme: { ...programme, people: [...programme.people, chair] } });
    const about = { at: town.clock.now().toISOString(), by: null, why: null };
    const asked = (id: string): ProgrammeEvent => ({
      ...{ ...about, id: `asks-${id}`, type: 'decision.requested' },
      data: { decision: id, project: 'kita', text: `Frage ${id}?`, dueBy: null },
    });
    const ruling = { outcome: 'approved', comment: '', condition: null, until: null } as const;
    const ruled = { ...about, id: 'ruled', type: 'decision.decided', data: { decision: 'd1', ...ruling } } as const;
    try {
      await town.ledger.record([asked('d1'), asked('d2'), ruled], town.clock.now());
      for (const [question, shown] of [
        ['Welche Entscheidungen stehen aus?', 'Frage d2?'],
        ['Was wurde beschlossen?', 'Frage d1?'],
      ] as const) {
        expect((await town.person({ is: 'chair' }).say(question)).text).toContain('Entscheid');
        const card = dialogOf(await askAbout(town.person({ is: 'chair' }), question));
        expect(readable(card)).toContain(shown);
        expect(inputsIn(card).map(({ id }) => id)).toEqual(['words']);
        expect(findAll(card, ({ type, actions }) => type === 'ActionSet' && actions.length === 0)).toEqual([]);
        expect(findAll(card, ({ type }) => type === 'Action.ShowCard' || type === 'Action.Execute')).toEqual([]);
      }
    } finally {
      await town.close();
    }
  });

  it('puts the answer into the message being written', async () => {
    const card = dialogOf(await askAbout(as('nobody'), 'Was läuft gerade?'));
    const inserted = await submit(as('nobody'), { ...button(card, 'extension.insert').data, words: 'anderes' });
    const [found] = attachmentsOf(inserted);
    expect(readable(found!.content)).toContain('Kitafinder');
    expect(buttonsIn(found!.content).some(({ type }) => type === 'Action.Execute')).toBe(true);
  });

  it.each([
    ['script and style', '<script>alert(1)</script><style>p{}</style><p>Kitafinder</p>'],
    ['pictures with handlers', '<img src=x onerror=alert(1) alt="x">Kitafinder'],
    [
      'a quoted message',
      '<blockquote itemtype="http://schema.skype.com/Reply"><p>Glasfasernetz?</p></blockquote><p>Kitafinder</p>',
    ],
    ['an attachment', '<attachment id="1"></attachment>Kitafinder'],
    ['unclosed tags', '<div><p>Kitafinder'],
    ['entities', 'Kitafinder&nbsp;'],
  ])('takes the words out of %s', async (_what, html) => {
    expect(inputsIn(dialogOf(await askAbout(as('nobody'), html)))[0]!.value).toBe('Kitafinder');
  });

  it('leaves out the mention of an app, and keeps that of a person', async () => {
    const html = '<at id="0">Lotse</at> wer leitet mit <at id="1">Kim</at> den Kitafinder?';
    const mentions = [
      { id: 0, mentionText: 'Lotse', mentioned: { application: { id: 'bot' } } },
      { id: 1, mentionText: 'Kim', mentioned: { user: { id: 'kim' } } },
    ];
    const [input] = inputsIn(dialogOf(await askAbout(as('nobody'), html, { mentions })));
    expect(input!.value).toBe('wer leitet mit Kim den Kitafinder?');
  });

  it('never lets a message’s text become part of the card', async () => {
    const html = '&lt;script&gt; ${$root} **fett** [x](javascript:alert(1))';
    const card = dialogOf(await askAbout(as('nobody'), html));
    expect(inputsIn(card)[0]!.value).toBe('<script> ${$root} **fett** [x](javascript:alert(1))');
    const blocks = findAll(card, ({ type }) => type === 'TextBlock');
    expect(JSON.stringify(blocks)).not.toMatch(/[^\\]\]\(javascript/);
  });

  it('asks what is wanted where a message has no words', async () => {
    for (const html of ['<img src="x">', '', '<p>&nbsp;</p>']) {
      const card = dialogOf(await askAbout(as('nobody'), html));
      expect(readable(card)).toContain('kein Text');
      expect(inputsIn(card)[0]!.value).toBeUndefined();
    }
    expect(readable(dialogOf(await submit(as('nobody'), { verb: 'extension.ask', words: '   ' })))).toContain(
      'kein Text',
    );
  });

  it('takes the beginning of a long message and says so', async () => {
    const card = dialogOf(await askAbout(as('nobody'), `<p>Kitafinder ${'und so weiter '.repeat(5_000)}</p>`));
    expect(readable(card)).toContain('nur ihren Anfang');
    expect(inputsIn(card)[0]!.value.length).toBeLessThanOrEqual(1_000);
  });

  it('keeps and logs nothing of the message, and takes no part in the talk', async () => {
    const person = as('nobody');
    await person.say('Langzeitarchiv');
    const before = bot.log.lines.length;
    await askAbout(person, `<p>Kitafinder, sagt ${SECRET}</p>`);
    expect(JSON.stringify(bot.log.lines.slice(before))).not.toContain(SECRET);
    for (const partition of ['conversations', 'identities', 'drafts']) {
      expect(JSON.stringify(await bot.store.list(partition))).not.toContain(SECRET);
    }
    expect((await person.say('Und wer leitet es?')).text).toContain('Langzeitarchiv');
  });
});
