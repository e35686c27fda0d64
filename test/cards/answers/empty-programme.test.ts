import { aPortfolio, aProject } from '../../builders.js';
import { everything } from '../walk.js';
import { LANGS, QUESTIONS, say } from './present.js';

const nothing = aPortfolio({ programme: { departments: [], actionFields: [] } });
const overview = (portfolio = nothing) => say({ intent: 'overview' }, { portfolio });

describe('a programme that is only beginning', () => {
  it('is told without counting what is not there', () => {
    expect(overview().text).toBe('Zurzeit läuft kein Projekt. Keine Entscheidung steht aus.');
    expect(say({ intent: 'overview' }, { portfolio: nothing, lang: 'en' }).text).toBe(
      'No project is running. No decision is pending.',
    );
    const { text, card } = say({ intent: 'programme' }, { portfolio: nothing });
    expect(text).toBe('„Digitalprogramm Musterstadt“ (Musterstadt) umfasst 0 Vorhaben.');
    expect(everything(card, 'FactSet')).toEqual([]);
  });
  it('draws no chart of nothing', () => {
    expect(JSON.stringify(overview().card)).not.toContain('Chart.');
    const one = overview(aPortfolio({ projects: [aProject()] }));
    expect(one.text).toBe(
      'Ein Projekt läuft: 0 im Plan, 0 gefährdet, 0 kritisch, 1 ohne Meldung. Keine Entscheidung steht aus.',
    );
    expect(everything(one.card, 'Chart.Donut')).toHaveLength(1);
  });
  it.each(LANGS)('suggests no question it could not answer (%s)', (lang) => {
    const { card } = say({ intent: 'help' }, { portfolio: nothing, lang });
    expect(everything(card, 'Action.Execute')).toEqual([]);
  });
  it.each(Object.entries(QUESTIONS))('answers %s in some words', (_, question) => {
    expect(say(question, { portfolio: nothing }).text).toMatch(/\S/);
  });
});
