import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readersLanguage, toldLanguage } from '../../src/teams/language.js';
import { aPerson, aProgramme, aProject } from '../builders.js';
import { startBot, type TestBot } from '../support/bot.js';
import { groupChat } from '../support/person.js';

describe('the language words tell', () => {
  it.each([
    ['meine projekte', 'de'],
    ['Wochenbericht', 'de'],
    ['fehlende Berichte', 'de'],
    ['my projects', 'en'],
    ['missing reports', 'en'],
    ['Welche Projekte laufen?', 'de'],
    ['pause IT-Controlling until 1 September', 'en'],
    ['resume IT-Controlling', 'en'],
    ['pausiere IT-Controlling', 'de'],
    ['setze IT-Controlling fort', 'de'],
    ['status', null],
    ['Hi!', null],
    ['/digest', null],
    ['status IT-Controlling', null],
    ['/as it-controlling', null],
    ['', null],
  ] as const)('%j: %s', (text, lang) => {
    expect(toldLanguage(text)).toBe(lang);
  });
});

describe('the reader’s language', () => {
  const english = aPerson({ lang: 'en' });
  const programme = aProgramme({ projects: [aProject({ title: { en: 'Fibre network' } })] });

  it('is taken from the surest sign there is', () => {
    expect(readersLanguage({ person: english, told: 'de', spoken: 'de', locale: 'de-DE' })).toBe('en');
    expect(readersLanguage({ person: aPerson(), told: 'de', spoken: 'en', locale: 'en-US' })).toBe('de');
    expect(readersLanguage({ person: null, told: null, spoken: 'de', locale: 'en-US' })).toBe('de');
    expect(readersLanguage({ person: null, locale: 'fr-FR', programme: aProgramme() })).toBe('en');
    expect(readersLanguage({ person: null, locale: null, programme })).toBe('en');
    expect(readersLanguage({ person: null, locale: '' })).toBe('de');
  });
});

describe('somebody with an English client who writes German', () => {
  const lead = aPerson({ id: 'lead' });
  const project = aProject({ lead: { department: '10', person: 'lead', deputies: [] } });
  let bot: TestBot;
  beforeEach(async () => {
    bot = await startBot({ programme: aProgramme({ people: [lead], projects: [project] }) });
  });
  afterEach(() => bot.close());

  it('gets commands, and what follows them, in German until they write English', async () => {
    const person = bot.person({ locale: 'en-US' });
    await person.say('/as lead');
    expect((await person.say('status')).text).toContain('Progress');
    await person.say('meine projekte');
    expect((await person.say('status')).text).toContain('Fortschritt');
    await person.say('Which projects are running?');
    expect((await person.say('status')).text).toContain('Progress');
  });

  it('presses buttons in the language of the talk, and lets the programme speak first in it', async () => {
    const person = bot.person({ locale: 'en-US' });
    await person.say('/as lead');
    await person.say('meine projekte');
    const pressed = await person.press({ type: 'Action.Execute', verb: 'status.open', data: { project: project.id } });
    expect(pressed.text).toContain('Fortschritt');
    const kept = await bot.store.list<{ lang: string; spoken: string }>('conversations');
    expect(kept.map(({ value }) => [value.lang, value.spoken])).toEqual([['de', 'de']]);
  });

  it('changes nobody else’s language where several talk', async () => {
    const group = groupChat();
    const one = bot.person({ locale: 'en-US', conversation: group });
    const other = bot.person({ locale: 'en-US', conversation: group });
    await one.mention('Welche Projekte laufen?');
    expect((await other.mention('digest')).text).toContain('Weekly digest');
    expect((await one.mention('digest')).text).toContain('Wochenbericht');
  });
});
