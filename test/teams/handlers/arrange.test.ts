import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createJobs } from '../../../src/jobs/jobs.js';
import { composeCurrent } from '../../../src/digest/edition.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { dueRequests } from '../../../src/reporting/requests.js';
import { button } from '../../support/seen.js';
import { cardOf, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

const askedIn = (instant: string) =>
  dueRequests(at.portfolio(), new Date(instant)).messages.flatMap(({ projects }) => projects.map((one) => one.project));
const W22 = '2026-05-28T07:00:00Z';
const W23 = '2026-06-03T07:00:00Z';
const glass = () => at.portfolio().projects.get('a')!;
const arranged = () => at.portfolio().history.filter(({ type }) => type === 'reporting.arranged');

describe('how often a project is asked', () => {
  it('is changed by its lead in chat once the card is confirmed, and recorded with the reason', async () => {
    const lead = at.bot.person({ is: 'three' });
    const card = await lead.say('Glasfasernetz nur noch alle zwei Wochen fragen');
    expect(card.text).toContain('Soll künftig **alle zwei Wochen** nach dem Stand von **Glasfasernetz** gefragt');
    expect(card.text).toContain('Bisher: jede Woche');
    expect(arranged()).toEqual([]);
    const done = await lead.press(button(cardOf(card), 'status.arrange'), { reason: 'Vergabe läuft' });
    expect(done.text).toContain('wird alle zwei Wochen gefragt');
    expect(arranged()).toMatchObject([{ by: 'three', why: 'Vergabe läuft', data: { project: 'a' } }]);
    expect([askedIn(W22), askedIn(W23)].filter((projects) => projects.includes('a'))).toHaveLength(1);
    expect((await lead.say('meine projekte')).text).toContain('gefragt: alle zwei Wochen');
  });

  it('stands in the next digest', async () => {
    const office = at.bot.person({ is: 'office' });
    const card = await office.say('pausiere Bürgerportal bis 1.9.');
    expect(valuesOf(card)).toMatchObject({ until: '2026-09-01' });
    await office.press(button(cardOf(card), 'status.arrange'), { ...valuesOf(card), reason: 'Umzug' });
    expect(askedIn(W22)).not.toContain('b');
    const digest = composeCurrent(at.portfolio(), '2026-W21', new Date('2026-05-25T11:00:00Z'), DEFAULT_SCHEDULE);
    expect(digest.changes).toContainEqual(
      expect.objectContaining({ kind: 'paused', project: 'b', paused: true, until: '2026-09-01', reason: 'Umzug' }),
    );
    expect(digest.missing.map(({ project }) => project)).not.toContain('b');
  });

  it.each([
    ['pausiere Bürgerportal bis 1.9.', 'Soll das Projekt bis zum 01.09.2026 ruhen?'],
    ['Bürgerportal pausieren', 'Soll das Projekt bis auf Weiteres ruhen?'],
    ['put Bürgerportal on hold until 1 September', 'shall the project be paused until 1 Sept 2026?'],
  ])('is asked for in a sentence that reads well: %s', async (words, sentence) => {
    const office = at.bot.person({ is: 'office', locale: words.startsWith('put') ? 'en-US' : 'de-DE' });
    const card = await office.say(words);
    expect(card.text).toContain(sentence);
    await office.press(button(cardOf(card), 'status.arrange'), valuesOf(card));
    expect((await office.say(words)).text).toMatch(/ruht schon jetzt bis|is paused until .* already/);
  });

  it('goes back with one click', async () => {
    const lead = at.bot.person({ is: 'three' });
    const card = await lead.say('stop asking about Glasfasernetz');
    const done = await lead.press(button(cardOf(card), 'status.arrange'));
    expect(askedIn(W22)).not.toContain('a');
    await lead.press(button(cardOf(done), 'status.arrange'));
    expect(askedIn(W22)).toContain('a');
    expect(glass()).toMatchObject({ cadence: null, paused: false });
  });

  it('changes every time it is said, and once however often it is pressed', async () => {
    const lead = at.bot.person({ is: 'three' });
    const pause = button(cardOf(await lead.say('pausiere Glasfasernetz')), 'status.arrange');
    await Promise.all([lead.press(pause, { until: '' }), lead.press(pause, { until: '' })]);
    await lead.press(pause, { until: '' });
    expect([glass().paused, arranged().length]).toEqual([true, 1]);
    const resume = button(cardOf(await lead.say('Glasfasernetz wieder fragen')), 'status.arrange');
    await lead.press(resume);
    expect([glass().paused, arranged().length]).toEqual([false, 2]);
    await lead.press(pause, { until: '' });
    expect([glass().paused, arranged().length]).toEqual([true, 3]);
  });

  it('is nobody else’s business, whatever the card says', async () => {
    expect((await at.bot.person({ is: 'deputy' }).say('pausiere Glasfasernetz')).text).toContain('bestimmen die');
    const card = await at.bot.person({ is: 'three' }).say('pausiere Glasfasernetz');
    const refused = await at.bot
      .person({ is: 'one' })
      .press(button(cardOf(card), 'status.arrange'), { reason: 'Vergabe läuft' });
    expect(refused.text).toContain('bestimmen die');
    expect(refused.text).toContain('Ihr Text: Vergabe läuft');
    expect(arranged()).toEqual([]);
  });

  it('comes back with what was typed where the day has passed', async () => {
    const lead = at.bot.person({ is: 'three' });
    const card = await lead.say('pausiere Glasfasernetz');
    const again = await lead.press(button(cardOf(card), 'status.arrange'), { until: '2026-05-01', reason: 'Umbau' });
    expect(again.text).toContain('schon vorbei');
    expect(valuesOf(again)).toEqual({ until: '2026-05-01', reason: 'Umbau' });
    expect(arranged()).toEqual([]);
  });

  it('resumes by itself when the day has come, once', async () => {
    const lead = at.bot.person({ is: 'three' });
    const card = await lead.say('pausiere Glasfasernetz bis 27. Mai');
    await lead.press(button(cardOf(card), 'status.arrange'), valuesOf(card));
    expect(glass()).toMatchObject({ paused: true, pausedUntil: '2026-05-27' });
    const { ledger, store, messenger, clock, log } = at.bot;
    const jobs = createJobs({ ledger, store, messenger, clock, log, schedule: DEFAULT_SCHEDULE, steering: null });
    clock.set('2026-05-27T06:00:00Z');
    jobs.start();
    while (glass().paused) await new Promise((resolve) => setImmediate(resolve));
    await jobs.stop();
    expect(arranged()).toMatchObject([{ by: 'three' }, { by: null, data: { to: { paused: false } } }]);
    expect(askedIn(W22)).toContain('a');
    expect((await lead.say('setze Glasfasernetz fort')).text).toContain('ändert sich also nichts');
  });
});
