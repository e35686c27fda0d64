import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { channelThread } from '../../../support/person.js';
import { button, cardsIn } from '../../../support/seen.js';
import { cardOf, startReporting, type Reporting } from '../status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

const says = async (is: string, words: string) => (await at.bot.person({ is }).say(words)).text;

describe('questions about Lotse itself', () => {
  it.each([
    ['Wann kommt der nächste Wochenbericht?', 'zu KW 21) erscheint am Dienstag, 26.05.2026, 13:00 Uhr'],
    ['wann erscheint der Digest', 'Dienstag, 26.05.2026, 13:00 Uhr'],
    ['When is the next digest due?', 'on week 21) appears on Tuesday, 26 May 2026, 13:00'],
    ['When does the weekly report come out?', 'Tuesday, 26 May 2026, 13:00'],
  ])('%s: by the schedule, holidays included', async (words, expected) => {
    expect(await says('nobody', words)).toContain(expected);
  });

  it('whoever owes a report is told for which projects and until when', async () => {
    const german = await says('three', 'Bis wann muss ich berichten?');
    expect(german).toContain('Glasfasernetz');
    expect(german).toContain('Terminbuchung');
    expect(german).not.toContain('Ein *Vorhaben*');
    expect(german).toContain('bis Dienstag, 26.05.2026, 13:00 Uhr, da ist');
    expect(await says('one', 'When is my report due?')).toContain('it is there by Tuesday, 26 May 2026, 13:00');
  });

  it('whoever owes none hears when they are asked next, or why never', async () => {
    await at.given({ project: 'solo', week: '2026-W21', submittedAt: '2026-05-21T07:30:00.000Z' });
    expect(await says('one', 'Wann muss ich den nächsten Bericht abgeben?')).toContain(
      'Als Nächstes frage ich am Donnerstag, 28.05.2026, 09:00 Uhr',
    );
    expect(await says('nobody', 'Wann ist mein Bericht fällig?')).toContain('kein Projekt');
    expect((await at.bot.person().say('when do I have to report?')).text).toContain('do not know you');
  });

  it('the office sees the next digest before it goes out, and can hold it from there', async () => {
    const office = at.bot.person({ is: 'office' });
    const shown = await office.say('Vorschau');
    expect(shown.text).toContain('KW 21');
    const held = await office.press(button(cardOf(shown), 'digest.hold'));
    expect(JSON.stringify(cardsIn(held))).toContain('digest.release');
    expect(await says('one', 'preview')).toContain('programme office');
  });

  it('only the office hears who is away, by role, and only in its own chat', async () => {
    await at.bot.person({ is: 'three' }).say('ich bin vom 20.5. bis 27.5. abwesend');
    const office = at.bot.person({ is: 'office' });
    const { text } = await office.say('Wer ist gerade abwesend?');
    expect(text).toContain('Leitung von Glasfasernetz');
    expect(text).toContain('20.05.2026 bis 27.05.2026 (zurzeit)');
    expect(text).not.toContain(at.portfolio().programme.people.find(({ id }) => id === 'three')!.name);
    expect(await says('one', "Who's away?")).toContain('Only the programme office');
    const inChannel = at.bot.person({ is: 'office', conversation: channelThread('19:team@thread.tacv2') });
    expect((await inChannel.say('Wer ist abwesend?')).text).toContain('nur im persönlichen Chat');
  });

  it.each([
    ['Was heißt gefährdet?', 'ohne Gegensteuern nicht sicher'],
    ['was bedeutet „kritisch“', 'nicht mehr zu halten'],
    ['Was bedeuten die Ampelfarben?', '„Im Plan“ heißt'],
    ['What does at risk mean?', 'not safe unless something is done'],
    ['What do red and amber mean?', 'can no longer be met'],
  ])('%s', async (words, expected) => {
    expect(await says('nobody', words)).toContain(expected);
  });

  it('tells as of when it knows things', async () => {
    expect(await says('nobody', 'Auf welchem Stand sind die Daten?')).toContain('Statusberichte gibt es noch keine');
    await at.given({ project: 'a', week: '2026-W21', submittedAt: '2026-05-21T07:30:00.000Z' });
    expect(await says('nobody', 'Wie aktuell sind deine Angaben?')).toContain('Donnerstag, 21.05.2026, 09:30 Uhr');
    expect(await says('nobody', 'How current is this?')).toContain('Thursday, 21 May 2026, 09:30');
  });

  it.each([
    'Wann startet Glasfasernetz?',
    'Wie aktuell ist der Bericht zu Glasfasernetz?',
    'Welche Projekte sind gefährdet?',
    'Was heißt das für Bürgerportal?',
    'Wer leitet Glasfasernetz?',
    'Wer fehlt?',
    'Wann muss Glasfasernetz fertig sein?',
  ])('%s is a question about the programme', async (words) => {
    const text = await says('nobody', words);
    expect(text).not.toMatch(
      /Wochenbericht \(zu|auf dem Stand vom|ohne Gegensteuern|fehlt noch Ihr Bericht|sieht nur das Programmbüro/,
    );
  });
});
