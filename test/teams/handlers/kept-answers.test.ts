import { keptAnswer, type Circumstances, type Said } from '../../../src/teams/handlers/kept-answers.js';
import type { Question, Reading } from '../../../src/questions/question.js';
import { aPortfolio } from '../../builders.js';

const listed: Question = { intent: 'list', filters: { health: ['red'] }, order: null, limit: null, page: 0 };
const read = (question: Question = listed): Reading => {
  return { question, lang: 'de', alternatives: [], unknownWords: [], corrected: [], notes: [] };
};
const guest = { department: null, mayReport: () => false, mayDecide: false };
const turn = { now: new Date('2026-05-20T08:00:00Z'), portfolio: aPortfolio() };

const usual: Circumstances = { reader: guest, reportingWeek: () => '2026-W20' };

/** What was made for each turn, `old` where it was given before. */
function talk({ asksWeek = false, asksOf = [] as string[] } = {}) {
  let made = 0;
  return (reading: Reading, about: Partial<typeof turn> = {}, circumstances: Partial<Circumstances> = {}) => {
    const before = made;
    const make = ({ reader, reportingWeek }: Circumstances): Said => {
      made += 1;
      if (asksWeek) reportingWeek();
      for (const project of asksOf) reader.mayReport(project);
      const given = { question: reading.question, named: [], lang: reading.lang, body: { kind: 'none' as const } };
      return { given, message: { summary: `${made}`, text: null, card: { body: [{ type: 'TextBlock' }] } } };
    };
    const { given } = keptAnswer(reading, { ...turn, ...about }, { ...usual, ...circumstances }, make);
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
  test('is made anew once something was recorded, on another day and for another department', () => {
    const ask = talk();
    const portfolio = aPortfolio();
    ask(read(), { portfolio });
    expect(ask(read(), { portfolio })).toBe('old');
    expect(ask(read(), { portfolio: { ...portfolio } })).toBe('new');
    expect(ask(read(), { portfolio, now: new Date('2026-05-20T22:30:00Z') })).toBe('new');
    const reader = { ...guest, department: '51' };
    expect([ask(read(), { portfolio }, { reader }), ask(read(), { portfolio }, { reader })]).toEqual(['new', 'old']);
  });
  test('is made anew for who may do something else', () => {
    const ask = talk({ asksOf: ['kita'] });
    const portfolio = aPortfolio();
    const lead = (own: string) => ({ reader: { ...guest, mayReport: (id: string) => id === own } });
    const of = (circumstances: Partial<Circumstances>) => ask(read(), { portfolio }, circumstances);
    expect([of({}), of(lead('ampel')), of(lead('kita')), of(lead('kita'))]).toEqual(['new', 'old', 'new', 'old']);
    expect(of({ reader: { ...guest, mayDecide: true } })).toBe('new');
  });
  test('is made anew for another reporting week where it depends on it', () => {
    const portfolio = aPortfolio();
    const asking = talk({ asksWeek: true });
    const next = { reportingWeek: () => '2026-W21' };
    expect([asking(read(), { portfolio }), asking(read(), { portfolio })]).toEqual(['new', 'old']);
    expect(asking(read(), { portfolio }, next)).toBe('new');
    const other = talk();
    const once = aPortfolio();
    expect([other(read(), { portfolio: once }), other(read(), { portfolio: once }, next)]).toEqual(['new', 'old']);
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
    keptAnswer(read(), about, usual, make);
    const { message } = keptAnswer(read(), about, usual, make);
    expect(() => (message.card as { body: unknown[] }).body.push({})).toThrow(TypeError);
  });
});
