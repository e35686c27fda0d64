import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { button, buttonsIn, findAll } from '../../support/seen.js';
import { cardOf, isSaved, startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
  await at.given(
    { id: 'r17', project: 'solo', week: '2026-W17', health: 'red', progress: 10, risk: 'brennt', by: 'one' },
    {
      id: 'r18',
      project: 'solo',
      week: '2026-W18',
      health: 'amber',
      progress: 30,
      risk: 'qualmt',
      by: 'one',
      officeNote: 'streng geheim',
    },
    {
      id: 'r20',
      project: 'solo',
      week: '2026-W20',
      health: 'amber',
      progress: 50,
      risk: 'knistert',
      by: 'deputy',
      role: 'deputy',
    },
  );
});
afterEach(() => at.bot.close());

const history = (is: string, more = {}) =>
  at.bot.person({ is }).press({ type: 'Action.Execute', verb: 'status.history', data: { project: 'solo', ...more } });

describe('the history of a project', () => {
  it('says what it comes to, and shows who reported as role', async () => {
    const { text } = await history('nobody');
    expect(text).toContain('⚠️ Seit KW 18 gefährdet. Fortschritt seit KW 17 von 10 auf 50 Prozent.');
    expect(text).toContain('KW 20 · 14.05.2026 · als Stellvertretung');
    expect(text).toContain('zuvor kritisch · Fortschritt 10 → 30 %');
    expect(text).not.toContain('Name deputy');
  });

  it('is a chart with a table behind it, gaps included', async () => {
    const card = cardOf(await history('one'));
    const [chart] = findAll(card, ({ type }) => type === 'Chart.VerticalBar');
    expect(chart?.data).toEqual([
      { x: '17 ⛔', y: 10, color: 'attention' },
      { x: '18 ⚠️', y: 30, color: 'warning' },
      { x: '20 ⚠️', y: 50, color: 'warning' },
    ]);
    expect(JSON.stringify(chart?.fallback)).toContain('kein Bericht');
  });

  it.each([
    ['office', true],
    ['one', true],
    ['deputy', false],
    ['nobody', false],
  ])('shows %s the note for the office: %s', async (is, shown) => {
    expect((await history(is)).text.includes('streng geheim')).toBe(shown);
  });

  it('lets only those report, correct and withdraw who may', async () => {
    expect(buttonsIn(cardOf(await history('nobody')))).toEqual([]);
    expect(buttonsIn(cardOf(await history('one'))).map(({ verb }) => verb)).toEqual(
      expect.arrayContaining(['status.open', 'status.correct', 'status.withdraw']),
    );
  });

  it('has pages', async () => {
    const weeks = ['06', '07', '08', '09', '10', '11'];
    await at.given(...weeks.map((week) => ({ project: 'solo', week: `2026-W${week}`, summary: `Woche ${week}` })));
    const first = await history('nobody');
    expect(first.text).not.toContain('Woche 06');
    const second = await at.bot.person({ is: 'nobody' }).press(button(cardOf(first), 'Ältere'));
    expect(second.text).toContain('Woche 06');
    expect(second.text).toContain('Neuere');
  });
});

describe('withdrawing a report', () => {
  const open = async (is: string) =>
    at.bot
      .person({ is })
      .press({ type: 'Action.Execute', verb: 'status.withdraw', data: { project: 'solo', report: 'r20' } });

  it('asks for the reason, then the report before it counts again and the withdrawn one stays to be seen', async () => {
    const form = await open('one');
    const person = at.bot.person({ is: 'one' });
    const again = await person.press(button(cardOf(form), 'status.withdraw'), { reason: '  ' });
    expect(again.text).toContain('nennen Sie kurz den Grund');
    expect(at.theReport('solo')).toMatchObject({ id: 'r20' });
    const done = await person.press(button(cardOf(again), 'status.withdraw'), { reason: 'falsches Projekt' });
    expect(done.text).toContain('Es gilt wieder: ⚠️ gefährdet · 30 %, KW 18.');
    expect(at.theReport('solo')).toMatchObject({ id: 'r18' });
    expect((await history('nobody')).text).toContain('zurückgezogen: falsches Projekt');
  });

  it('is refused to others', async () => {
    expect((await open('nobody')).text).toContain('dürfen nur die Projektleitung');
  });

  it('twice is told', async () => {
    const person = at.bot.person({ is: 'one' });
    const form = await open('one');
    await person.press(button(cardOf(form), 'status.withdraw'), { reason: 'x' });
    expect((await person.press(button(cardOf(form), 'status.withdraw'), { reason: 'x' })).text).toContain(
      'zurückgezogen',
    );
    expect(at.portfolio().history.filter(({ type }) => type === 'report.withdrawn')).toHaveLength(1);
  });
});

describe('a report for a past week', () => {
  it('fills the gap, is marked as late and does not change what counts now', async () => {
    const person = at.bot.person({ is: 'one' });
    const form = await person.press(button(cardOf(await history('one')), 'KW 19 nachtragen'));
    expect(form.text).toContain('Sie tragen den Bericht für Kalenderwoche 19 nach');
    const saved = await person.press(button(cardOf(form), 'status.submit'), {
      ...valuesOf(form),
      health: 'green',
      summary: 'war gut',
    });
    expect(isSaved(saved)).toBe(true);
    expect(saved.text).toContain('nachgetragen');
    expect(at.reportsOf('solo').find(({ week }) => week === '2026-W19')).toMatchObject({ health: 'green' });
    expect(at.theReport('solo')).toMatchObject({ id: 'r20' });
  });

  it('is taken for the open week when it is too long ago or yet to come', async () => {
    const person = at.bot.person({ is: 'one' });
    for (const week of ['2025-W40', '2027-W01']) {
      const form = await person.press({ type: 'Action.Execute', verb: 'status.open', data: { project: 'solo', week } });
      expect(form.text).toContain('Kalenderwoche 21');
    }
  });
});
