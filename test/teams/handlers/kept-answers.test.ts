import { keptAnswer, type Said } from '../../../src/teams/handlers/kept-answers.js';
import type { Question, Reading } from '../../../src/questions/question.js';
import { aPerson, aPortfolio } from '../../builders.js';

const listed: Question = { intent: 'list', filters: { health: ['red'] }, order: null, limit: null, page: 0 };
const read = (question: Question = listed): Reading => {
  return { question, lang: 'de', alternatives: [], unknownWords: [], corrected: [], notes: [] };
};
const turn = { actor: { person: null, key: 'k' }, now: new Date('2026-05-20T08:00:00Z'), portfolio: aPortfolio() };

/** What was made for each turn, `old` where it was given before. */
function talk(asksWeek = false) {
  let made = 0;
  return (reading: Reading, about: typeof turn | object = {}, week = '2026-W20'): 'new' | 'old' => {
    const before = made;
    const make = (reportingWeek: () => string): Said => {
      made += 1;
      if (asksWeek) reportingWeek();
      const given = { question: reading.question, named: [], lang: reading.lang, body: { kind: 'none' as const } };
      return { given, message: { summary: `${made}`, text: null, card: { body: [{ type: 'TextBlock' }] } } };
    };
    const { given } = keptAnswer(reading, { ...turn, ...about }, () => week, make);
    expect(given.question).toEqual(reading.question);
    return made > before ? 'new' : 'old';
  };
}

describe('an answer that was given before', () => {
  test('is given again to the same question, however it was put', () => {
    const ask = talk();
    expect([ask(read()), ask(read()), ask(read({ ...listed, page: 1 }))]).toEqual(['new', 'old', 'new']);
    expect(ask({ ...read(), lang: 'en' })).toBe('new');
    expect(ask({ ...read(), unknownWords: ['Flurbel'] })).toBe('new');
  });
  test('is made anew once something was recorded, on another day and for a person of the programme', () => {
    const ask = talk();
    const portfolio = aPortfolio();
    ask(read(), { portfolio });
    expect(ask(read(), { portfolio })).toBe('old');
    expect(ask(read(), { portfolio: { ...portfolio } })).toBe('new');
    expect(ask(read(), { portfolio, now: new Date('2026-05-20T22:30:00Z') })).toBe('new');
    const actor = { person: aPerson({ id: 'kim' }), key: 'kim' };
    expect([ask(read(), { portfolio, actor }), ask(read(), { portfolio, actor })]).toEqual(['new', 'old']);
  });
  test('is made anew for another reporting week where it depends on it', () => {
    const portfolio = aPortfolio();
    const asking = talk(true);
    expect([asking(read(), { portfolio }), asking(read(), { portfolio })]).toEqual(['new', 'old']);
    expect(asking(read(), { portfolio }, '2026-W21')).toBe('new');
    const other = talk(false);
    const once = aPortfolio();
    expect([other(read(), { portfolio: once }), other(read(), { portfolio: once }, '2026-W21')]).toEqual([
      'new',
      'old',
    ]);
  });
  test('is not given again where it counts from the instant of asking', () => {
    const ask = talk();
    const changes = read({ intent: 'changes', filters: {}, since: null });
    expect([ask(changes), ask(changes)]).toEqual(['new', 'new']);
  });
  test('cannot be changed for those who ask next', () => {
    const make = (): Said => ({
      given: { question: listed, named: [], lang: 'de', body: { kind: 'none' } },
      message: { summary: '', text: null, card: { body: [{ type: 'TextBlock' }] } },
    });
    const about = { ...turn, portfolio: aPortfolio() };
    keptAnswer(read(), about, () => '', make);
    const { message } = keptAnswer(read(), about, () => '', make);
    expect(() => (message.card as { body: unknown[] }).body.push({})).toThrow(TypeError);
  });
});
