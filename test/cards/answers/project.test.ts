import { describe, expect, it } from '@jest/globals';
import { listed } from '../../../src/cards/answers/words/format.js';
import { aPortfolio, aProject } from '../../builders.js';
import { everything } from '../walk.js';
import { say } from './present.js';

interface Element {
  id?: string;
  isVisible?: boolean;
  text?: string;
}

describe('the card of a project', () => {
  const milestone = (title: string) => ({ title: { de: title }, due: '2026-09-30', done: null });
  const project = aProject({ id: 'p', milestones: [milestone('Abnahme'), milestone('Start, endlich')] });
  const { card } = say({ intent: 'project', project: 'p' }, { portfolio: aPortfolio({ projects: [project] }) });
  const elements = ['FactSet', 'Container', 'ActionSet', 'TextBlock'].flatMap((type) =>
    everything(card, type),
  ) as Element[];
  const shown = (id: string): boolean => elements.find((one) => one.id === id)?.isVisible !== false;

  it('shows either the first details with "more" or all of them with "less"', () => {
    const toggles = everything(card, 'Action.ToggleVisibility');
    expect(toggles).toHaveLength(2);
    for (const { targetElements } of toggles) expect(targetElements).toEqual(['facts', 'all', 'more', 'less']);
    expect(['facts', 'all', 'more', 'less'].map(shown)).toEqual([true, false, true, false]);
  });

  it('lists its milestones', () => {
    expect(elements.map(({ text }) => text)).toContain(
      '- Abnahme (fällig 30.09.2026)\n- Start, endlich (fällig 30.09.2026)',
    );
  });
});

describe('names in a row', () => {
  it.each([
    [['Vereine', 'Schulen'], 'Vereine und Schulen'],
    [['Eltern und Familien', 'Schulen'], 'Eltern und Familien; Schulen'],
    [['Schülerinnen, Schüler', 'Eltern'], 'Schülerinnen, Schüler; Eltern'],
    [['Amt 1 (Bau und Verkehr)', 'Amt 2'], 'Amt 1 (Bau und Verkehr) und Amt 2'],
    [['Eltern und Familien'], 'Eltern und Familien'],
  ])('%j', (names, text) => {
    expect(listed('de', names)).toBe(text);
  });
});
