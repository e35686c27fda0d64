import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { aDepartment, aProject } from '../../builders.js';
import { CHANNEL, MONDAY, people, startRunning, type Running } from '../../jobs/setup.js';
import { button, readable } from '../../support/seen.js';

let at: Running;
const staff = () => at.bot.person({ is: 'staff' });
const own = () => at.bot.connector.chat(staff().conversation.id).map(({ activity }) => readable(activity));
const run = (now: string = MONDAY) => {
  at.bot.clock.set(now);
  at.bot.connector.posted = [];
  return at.jobs.run('digest', new Date(now));
};

beforeEach(async () => {
  const departments = [aDepartment({ id: '10' }), aDepartment({ id: '20', aliases: ['Stadtwerke'] })];
  const projects = [
    aProject({ id: 'led', title: { de: 'Eigenes' }, start: '2026-07-01' }),
    aProject({ id: 'touching', title: { de: 'Fremdes' }, lead: { department: '20' }, affects: ['10'] }),
    aProject({ id: 'other', title: { de: 'Anderes' }, lead: { department: '20' }, actionFields: ['bildung'] }),
  ];
  const actionFields = [
    { id: 'netze', name: { de: 'Netze' }, aliases: [] },
    { id: 'bildung', name: { de: 'Bildung', en: 'Education' }, aliases: ['Schule'] },
  ];
  at = await startRunning({ programme: { departments, projects, actionFields, people } });
  await at.install(CHANNEL);
});
afterEach(() => at.bot.close());

describe('a digest of one’s own', () => {
  test('tells of the own department: what it leads, what touches it, and what comes', async () => {
    expect((await staff().say('digest für mein Amt')).text).toContain('jede Woche');
    expect(await run()).toMatchObject({ planned: 2, sent: 2 });
    const [digest] = own();
    expect(digest).toContain('Eigenes');
    expect(digest).toContain('Fremdes');
    expect(digest).not.toContain('Anderes');
    expect(digest).toContain('beginnt am 01.07.2026');
    expect(digest).toContain('weil Sie ihn bestellt haben: Fachbereich 10');
    expect(await run()).toMatchObject({ sent: 0, skipped: 2 });
  });

  test('"show all" shows what concerns it, page by page, and not the whole programme', async () => {
    await at.report({ project: 'led', week: '2026-W20', health: 'red', risk: 'Eigener Grund' });
    await at.report({ project: 'other', week: '2026-W20', health: 'red', risk: 'Fremder Grund' });
    await staff().say('digest für mein Amt');
    await run();
    const [post] = at.bot.connector.chat(staff().conversation.id);
    const all = await staff().press(button(post?.activity, 'digest.show'));
    expect(all.text).toContain('vollständig');
    expect(all.text).toContain('Eigener Grund');
    expect(all.text).toContain('beginnt am 01.07.2026');
    expect(all.text).not.toContain('Fremder Grund');
    const show = button(post?.activity, 'digest.show');
    const page = await staff().press({ ...show, data: { ...show.data, page: 0 } });
    expect(page.text).not.toContain('Fremder Grund');
    const [channel] = at.bot.connector.chat(CHANNEL);
    expect((await staff().press(button(channel?.activity, 'digest.show'))).text).toContain('Fremder Grund');
  });

  test.each([
    ['digest for Education', 'Anderes'],
    ['digest für Schule', 'Anderes'],
    ['digest für Stadtwerke', 'Fremdes'],
    ['Wochenbericht zu Eigenes', 'Eigenes'],
    ['digest für das Handlungsfeld Bildung', 'Anderes'],
    ['digest for the action field Education', 'Anderes'],
    ['digest für Fachbereich 20', 'Fremdes'],
    ['digest für Amt 20', 'Fremdes'],
    ['weekly report for department 20', 'Fremdes'],
    ['digest für die Stadtwerke', 'Fremdes'],
    ['digest für Stadtwreke', 'Fremdes'],
    ['digest für das Projekt Anderes', 'Anderes'],
  ])('%s', async (words, named) => {
    await staff().say(words);
    await run();
    expect(own()[0]).toContain(named);
  });

  test('once a month, with the week of the first Thursday', async () => {
    expect((await staff().say('digest für mein Amt monatlich')).text).toContain('einmal im Monat');
    await run();
    expect(own()).toEqual([]);
    await run('2026-06-08T11:00:00Z');
    expect(own()).toHaveLength(1);
  });

  test('once a month tells what changed in all that time, behind "show all" as well', async () => {
    await staff().say('digest für mein Amt monatlich');
    await at.report({ project: 'led', week: '2026-W18', submittedAt: '2026-04-30T08:00:00.000Z' });
    await run('2026-05-11T11:00:00Z');
    await at.report({ project: 'led', week: '2026-W21', health: 'red', submittedAt: '2026-05-21T08:00:00.000Z' });
    for (const monday of ['2026-05-26T11:00:00Z', '2026-06-01T11:00:00Z']) await run(monday);
    await run('2026-06-08T11:00:00Z');
    expect(own()[0]).toContain('Eigenes ist neu kritisch');
    expect(own()[0]).toContain('was sich seit dem 11.05.2026 geändert hat');
    const [post] = at.bot.connector.chat(staff().conversation.id);
    expect((await staff().press(button(post?.activity, 'digest.show'))).text).toContain(
      'jetzt kritisch, vorher im Plan',
    );
    await run('2026-07-06T11:00:00Z');
    expect(own()[0]).not.toContain('vorher im Plan');
  });

  test('keeps its rhythm when more is asked for, and says so when a new one is named', async () => {
    await staff().say('digest für mein Amt monatlich');
    const more = (await staff().say('digest für Bildung')).text;
    expect(more).toContain('einmal im Monat');
    expect(more).toContain('Bildung');
    expect(more).not.toContain('Bisher');
    const faster = (await staff().say('digest für Stadtwerke wöchentlich')).text;
    expect(faster).toContain('jede Woche');
    expect(faster).toContain('Bisher kam er einmal im Monat');
  });

  test('is listed, and each matter ends with its own button', async () => {
    expect((await staff().say('meine abos')).text).toContain('keinen eigenen');
    await staff().say('digest für mein Amt monatlich');
    await staff().say('digest für Bildung');
    const { text, messages } = await staff().say('meine Abos');
    expect(text).toContain('einmal im Monat');
    expect(text).toContain('Fachbereich 10');
    const left = await staff().press(button(messages, 'Bildung abbestellen'));
    expect(left.text).toContain('Fachbereich 10');
    expect(left.text).not.toContain('Bildung');
    expect((await staff().say('my subscriptions')).text).not.toContain('Education');
    await staff().press(button(messages, 'Alles abbestellen'));
    expect((await staff().say('meine abos')).text).toContain('keinen eigenen');
  });

  test.each([
    ['subscribe to the digest for Education', 'Bildung|Education', 'jede Woche|every week'],
    ['Ich möchte monatlich den Bericht zu Anderes', 'Anderes', 'einmal im Monat'],
    ['Ich möchte jede Woche den Bericht zu Eigenes.', 'Eigenes', 'jede Woche'],
    ['Ich möchte den Wochenbericht zu Eigenes abonnieren', 'Eigenes', 'jede Woche'],
    ['I would like the monthly report on Education', 'Bildung|Education', 'einmal im Monat|once a month'],
  ])('%s', async (words, named, rhythm) => {
    const { text } = await staff().say(words);
    expect(text).toMatch(new RegExp(named));
    expect(text).toMatch(new RegExp(rhythm));
  });

  test('is not what a mere report about a project means', async () => {
    await staff().say('Bericht zu Eigenes');
    expect((await staff().say('meine abos')).text).toContain('keinen eigenen');
  });

  test('ends with one click', async () => {
    await staff().say('digest für mein Amt');
    await run();
    const [post] = at.bot.connector.chat(staff().conversation.id);
    expect((await staff().press(button(post?.activity, 'digest.unsubscribe'))).text).toContain('Abbestellt');
    expect(await run('2026-05-26T11:00:00Z')).toMatchObject({ planned: 1 });
    expect((await staff().say('digest abbestellen')).text).toContain('keinen eigenen');
    expect((await staff().say('unsubscribe digest')).text).toContain('not asked for a digest of your own');
  });

  test.each([
    'stop digest',
    'Stop the digest.',
    'stop my digest!',
    'stop my weekly report',
    'digest stoppen',
    'Wochenbericht stoppen',
    'Wochenbericht beenden',
  ])('ends with "%s"', async (words) => {
    await staff().say('digest für mein Amt');
    expect((await staff().say(words)).text).toMatch(/^(Abbestellt\.|Done\. You will no longer get)/);
    expect(await run()).toMatchObject({ planned: 1 });
  });

  test('of a division is one of all its departments that are left', async () => {
    const divisions = [{ id: 'D1', name: { de: 'Dezernat 1 – Bauen' }, aliases: [], formerNames: [] }];
    const departments = [
      aDepartment({ id: '10', division: 'D1' }),
      aDepartment({ id: '20', division: 'D1' }),
      aDepartment({ id: '21', division: 'D1', kind: 'dissolved' }),
    ];
    await at.bot.close();
    at = await startRunning({ programme: { divisions, departments, people } });
    const { text } = await staff().say('digest für Dezernat 1');
    expect(text).toContain('Fachbereich 10 und Fachbereich 20');
    expect(text).not.toContain('21');
  });

  test('of something unknown comes back with what is possible', async () => {
    expect((await staff().say('digest für Mondfahrt')).text).toContain('„Mondfahrt“ kenne ich nicht');
    expect(await run()).toMatchObject({ planned: 1 });
  });

  test('is not for people the programme does not list', async () => {
    expect((await at.bot.person().say('digest für mein Amt')).text).toContain('die im Programm stehen');
  });
});
