import type { Portfolio } from '../../../src/programme/portfolio.js';
import type { Question } from '../../../src/questions/question.js';
import { aDepartment, aPortfolio, aProject } from '../../builders.js';
import { listOf, of } from '../../questions/answering/town.js';
import { everything } from '../walk.js';
import { say } from './present.js';

type List = Extract<Question, { intent: 'list' }>;
const two = (n: number): string => String(n).padStart(2, '0');
/** So many projects that name department 10, and so many city-wide ones. */
function city(own: number, citywide: number): Portfolio {
  const project = (id: string, affects: 'all' | string[], n: number) =>
    aProject({
      id,
      title: { de: `Vorhaben ${id}` },
      affects,
      lead: { department: '20' },
      resources: { investment: n },
    });
  return aPortfolio({
    programme: { departments: [aDepartment({ id: '10' }), aDepartment({ id: '20' })] },
    projects: [
      ...Array.from({ length: own }, (_, n) => project(`e${two(n)}`, ['10'], 2 * n)),
      ...Array.from({ length: citywide }, (_, n) => project(`s${two(n)}`, 'all', 2 * n + 1)),
    ],
  });
}
const question = (more: Partial<List> = {}): List => listOf({ organisations: of('affects', '10') }, more) as List;
/** What stands above a page, how many rows it has, and its buttons for turning. */
function page(portfolio: Portfolio, more: Partial<List>): [range: string, rows: number, buttons: string[]] {
  const { card } = say(question(more), { portfolio });
  const range = everything(card, 'TextBlock').find(({ text }) => /^\d+–\d+ von/.test(String(text)));
  const rows = everything(card, 'ColumnSet').length;
  const turning = card.actions.filter(({ verb }) => verb === 'question.page');
  return [String(range?.text ?? ''), rows, turning.map(({ title }) => title)];
}

describe('pages', () => {
  it('count what was asked for apart from what affects everybody', () => {
    const portfolio = city(18, 3);
    expect([0, 1, 2].map((at) => page(portfolio, { page: at }))).toEqual([
      ['1–15 von 18', 15, ['Weiter (16–18)']],
      ['16–18 von 18', 3, ['Die 3 stadtweiten zeigen', 'Zurück (1–15)']],
      ['', 3, ['Zurück (16–18)']],
    ]);
  });
  it('of city-wide ones are counted by themselves', () => {
    const portfolio = city(2, 20);
    expect([0, 1, 2].map((at) => page(portfolio, { page: at }))).toEqual([
      ['', 2, ['Die 20 stadtweiten zeigen']],
      ['1–15 von 20', 15, ['Weiter (16–20)', 'Zurück (1–2)']],
      ['16–20 von 20', 5, ['Zurück (1–15)']],
    ]);
  });
  it('that are ordered by something mix both and count all', () => {
    const order = { by: 'investment', direction: 'desc' } as const;
    const portfolio = city(10, 10);
    expect([0, 1].map((at) => page(portfolio, { order, page: at }))).toEqual([
      ['1–15 von 20', 15, ['Weiter (16–20)']],
      ['16–20 von 20', 5, ['Zurück (1–15)']],
    ]);
  });
});
