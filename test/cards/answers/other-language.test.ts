import { describe, expect, it } from '@jest/globals';
import { otherLanguage } from '../../../src/cards/answers/words/other-language.js';
import { aPortfolio, aProject, aReport } from '../../builders.js';
import { listOf } from '../../questions/answering/town.js';
import { say } from './present.js';

describe('texts in another language than the answer', () => {
  it.each([
    ['en', 'Fibre network (Amt 17, running, until 31 December 2026, on track)', null],
    ['en', 'Fibre network (Amt 17, at risk): Die Vergabe ist noch nicht veröffentlicht.', 'de'],
    ['en', 'Einheitliche Online-Terminvergabe', null],
    ['de', 'Glasfaser (Amt 17, läuft): Der Vertrag ist noch nicht da.', null],
    ['de', 'Glasfaser (Amt 17, läuft): The contract has not been signed by the supplier.', 'en'],
  ] as const)('for a reader of %s: %s', (lang, line, found) => {
    expect(otherLanguage([line], lang)).toBe(found);
  });

  it('are marked once, in the line that says as of when the answer holds', () => {
    const projects = ['a', 'b'].map((id) => aProject({ id }));
    const reports = projects.map(({ id }) =>
      aReport({ project: id, health: 'red', risk: 'Die Vergabe ist noch nicht veröffentlicht.' }),
    );
    const portfolio = aPortfolio({ projects, reports });
    const said = (lang: 'de' | 'en') => say(listOf({ health: ['red'] }), { lang, portfolio }).card.fallbackText;
    expect(said('en').match(/some texts in German/g)).toHaveLength(1);
    expect(said('de')).not.toContain('Texte');
  });
});
