import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Question } from '../../../src/questions/question.js';
import { questionSchema } from '../../../src/questions/question-schema.js';
import { aDecision, aPortfolio, aProject, aReport } from '../../builders.js';
import { aTown, listOf } from '../../questions/answering/town.js';
import { everything } from '../walk.js';
import { LANGS, QUESTIONS, say } from './present.js';

const KIB = 1024;
/** A card as the platform counts it: two bytes a character. */
const size = (card: object): number => JSON.stringify(card).length * 2;

/** What the reference renderer objects to, and elements it does not know that have nothing to show instead. */
function faults(card: object): string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(structuredClone(card), context);
  const unknown: string[] = [];
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  for (const message of events) {
    // The renderer's own pattern for it remembers where it stopped on the card before.
    if (message.includes('property "lang"')) continue;
    const [, type] = /^Unknown element type "(.+)"/.exec(message) ?? [];
    if (!type) unknown.push(message);
    else if (everything(card, type).some((element) => element.fallback === undefined))
      unknown.push(`${type}: no fallback`);
  }
  return unknown;
}

const kinds = Object.entries(QUESTIONS);
describe.each(LANGS)('cards in %s', (lang) => {
  it.each(kinds)('%s is a card of version 1.5 that every client can show', (_, question) => {
    const { card } = say(question, { lang, mayReport: true });
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang });
    expect(faults(card)).toEqual([]);
    expect(JSON.stringify(card)).not.toContain('${');
    expect(card.actions.length).toBeLessThanOrEqual(6);
  });
  it.each(kinds)('%s can be had without eyes', (_, question) => {
    const { card, text } = say(question, { lang });
    expect(card.speak).toBe(card.fallbackText);
    expect(card.fallbackText.startsWith((text ?? '').replaceAll('\\', ''))).toBe(true);
    for (const type of ['Input.ChoiceSet', 'Input.Text']) {
      for (const input of everything(card, type)) expect(input.label).toEqual(expect.stringMatching(/\S/));
    }
  });
  it.each(kinds)('%s has buttons that ask valid questions, with an older button behind each', (_, question) => {
    const { card } = say(question, { lang });
    for (const action of everything(card, 'Action.Execute')) {
      const { verb, data, fallback } = action as { verb: string; data: Record<string, unknown>; fallback: object };
      expect(fallback).toMatchObject({ type: 'Action.Submit', data: { verb } });
      if (verb.startsWith('question.') && verb !== 'question.choose') {
        expect(questionSchema.safeParse(data.question).error).toBeUndefined();
      }
    }
  });
});

describe('large programmes', () => {
  const thousand = (): Portfolio =>
    aPortfolio({
      projects: Array.from({ length: 1000 }, (_, n) =>
        aProject({
          id: `p${n}`,
          title: { de: `Vorhaben mit einem recht langen Titel, Nummer ${n}` },
          start: '2026-01-01',
          resources: { investment: n },
        }),
      ),
      reports: Array.from({ length: 1000 }, (_, n) =>
        aReport({ project: `p${n}`, health: 'red', summary: 'Stockt. '.repeat(20), risk: 'Fehlt. '.repeat(20) }),
      ),
    });
  const portfolio = thousand();
  it.each([
    ['a list', listOf({})],
    ['troubled ones', listOf({ health: ['red'] })],
    ['the top thousand', listOf({}, { order: { by: 'investment', direction: 'desc' }, limit: 1000 })],
    ['a count', { intent: 'count', filters: {} }],
    ['a sum nobody states', { intent: 'aggregate', filters: {}, measure: 'personnelDays', operation: 'sum' }],
    ['a department', { intent: 'organisation', department: '10', division: null }],
    ['changes', { intent: 'changes', since: '2026-05-01', filters: {} }],
    ['missing reports', { intent: 'missingReports', filters: {} }],
    ['groups', { intent: 'group', filters: {}, by: 'leadDepartment', measure: 'count', order: 'desc', limit: null }],
  ] as const)('%s stays below 80 KiB', (_, question) => {
    expect(size(say(question, { portfolio }).card)).toBeLessThan(80 * KIB);
  });
});

describe('long texts', () => {
  const long = (length: number): string => 'Das *dauert* länger. '.repeat(length / 21);
  const portfolio = wordy();
  /** Thirty projects whose people have filled every field to its end, week after week. */
  function wordy(): Portfolio {
    const ids = Array.from({ length: 30 }, (_, n) => `p${n}`);
    return aPortfolio({
      projects: ids.map((id) =>
        aProject({
          id,
          title: { de: `Vorhaben ${id}` },
          summary: { de: long(20_000) },
          objectives: Array.from({ length: 5 }, () => ({ de: long(2_000) })),
          milestones: Array.from({ length: 20 }, () => ({ title: { de: long(500) }, due: '2026-05-01', done: null })),
        }),
      ),
      reports: ids.flatMap((project) =>
        ['2026-W17', '2026-W18', '2026-W19', '2026-W20'].map((week) =>
          aReport({ project, week, health: 'red', summary: long(2000), risk: long(2000), nextSteps: long(2000) }),
        ),
      ),
      decisions: ids.map((project) => aDecision({ project, text: long(1000) })),
    });
  }
  it.each<[string, Question]>([
    ['a list of troubled ones', listOf({ health: ['red'] })],
    ['details', { intent: 'project', project: 'p1' }],
    ['facts', { intent: 'fact', project: 'p1', fields: ['summary', 'risk', 'nextSteps', 'milestones', 'objectives'] }],
    ['a history', { intent: 'history', project: 'p1', during: null }],
    ['a reason', { intent: 'why', project: 'p1', claims: { health: ['red'] } }],
    ['changes', { intent: 'changes', since: '2026-05-01', filters: {} }],
    ['decisions', { intent: 'decisions', open: true, project: null, filters: {} }],
    ['milestones', { intent: 'milestones', project: null, milestone: null, state: null, during: null, filters: {} }],
    ['a comparison', { intent: 'compare', projects: ['p1', 'p2', 'p3'], fields: ['summary', 'risk', 'milestones'] }],
  ])('leave %s below 80 KiB', (_, question) => {
    const { card, text } = say(question, { portfolio });
    expect(size(card) + (text ?? '').length * 2).toBeLessThan(80 * KIB);
  });
});

describe('texts of people', () => {
  const odd = 'A_b *c* [d](http://x) ${title} <b>e</b> | f';
  const portfolio = (): Portfolio =>
    aPortfolio({
      projects: [aProject({ id: 'a', title: { de: odd }, summary: { de: odd }, legalBasis: [odd] })],
      reports: [aReport({ project: 'a', health: 'red', summary: odd, risk: odd, nextSteps: odd })],
    });
  it.each<[string, Question]>([
    ['a list', listOf({ health: ['red'] })],
    ['details', { intent: 'project', project: 'a' }],
    ['facts', { intent: 'fact', project: 'a', fields: ['legalBasis', 'risk'] }],
    ['history', { intent: 'history', project: 'a', during: null }],
  ])('show in %s as they were typed', (_, question) => {
    const { card } = say(question, { portfolio: portfolio() });
    expect(card.fallbackText).toContain(odd);
    const shown = everything(card, 'TextBlock')
      .map(({ text }) => String(text))
      .join('\n');
    expect(shown).not.toContain('[d](http://x)');
    expect(shown).not.toContain(' *c* ');
  });
  it('in a question about a topic are no expressions either', () => {
    const { card } = say(listOf({ topic: ['${$root.words}'] }), { portfolio: aTown() });
    expect(card.fallbackText).toContain('${$root.words}');
  });
});

describe('links', () => {
  it('are buttons only when they lead to the web', () => {
    const portfolio = (url: string): Portfolio => aPortfolio({ projects: [aProject({ id: 'a', links: [url] })] });
    const open = (url: string) =>
      everything(say({ intent: 'project', project: 'a' }, { portfolio: portfolio(url) }).card, 'Action.OpenUrl');
    expect(open('https://www.stadt.example/x')).toMatchObject([{ title: 'Quelle: stadt.example' }]);
    expect(open('javascript:alert(1)')).toEqual([]);
    expect(open('kein link')).toEqual([]);
  });
});
