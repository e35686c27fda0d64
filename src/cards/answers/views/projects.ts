import { t } from '../../../locales/index.js';
import type { Because, Body, ProjectLine, Tally } from '../../../questions/answer.js';
import type { Filters, Question } from '../../../questions/question.js';
import { PAGE } from '../../../questions/answering/page.js';
import { ask, execute } from '../button.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import { number } from '../words/format.js';
import { listPoint, topPoint } from '../words/list-point.js';
import type { Speaker } from '../words/speaker.js';
import { projectRow, sharedBy, spokenRow } from './project-rows.js';

type List = Extract<Question, { intent: 'list' }>;
type Projects = Extract<Body, { kind: 'projects' }>;
const template = cardTemplate(blocks);
const TAILS: readonly Because[] = ['secondaryField', 'nearTopic', 'citywide'];

/** A list of projects, or a page of it. */
export function projectsView(speaker: Speaker, body: Projects, question: Question): View {
  const list: List =
    question.intent === 'list'
      ? question
      : { intent: 'list', filters: filtersOf(question), order: null, limit: null, page: 0 };
  const point =
    list.limit !== null && list.order ? topPoint(speaker, body, list) : listPoint(speaker, body, list.filters);
  return {
    point,
    card: projectsCard(speaker, body.lines, rangeWords(speaker, body)),
    lines: body.lines.map((line) => spokenRow(speaker, line)),
    actions: pagingActions(speaker, body, list),
  };
}

/** The card of a list: sections by why a project is in it. */
export function projectsCard(speaker: Speaker, lines: readonly ProjectLine[], range = ''): View['card'] {
  const shared = sharedBy(speaker, lines);
  const section = (heading: string, of: readonly ProjectLine[]): object[] =>
    of.length > 0 ? [{ heading, rows: of.map((line) => projectRow(speaker, line, shared)) }] : [];
  const sections = [
    ...section(
      '',
      lines.filter((line) => line.because === null),
    ),
    ...TAILS.flatMap((because) =>
      section(
        t(speaker.lang, `group.${because}`),
        lines.filter((line) => line.because === because),
      ),
    ),
  ];
  return { template, data: { range, sections } };
}

/** The button that opens the whole list behind a count or a "there are". */
export function allAction({ lang }: Speaker, filters: Filters, total: number): object {
  const question: List = { intent: 'list', filters, order: null, limit: null, page: 0 };
  return ask(t(lang, 'button.all', { count: number(lang, total) }), question, lang);
}

function filtersOf(question: Question): Filters {
  return 'filters' in question ? question.filters : {};
}

function rangeWords({ lang }: Speaker, { page, pages, total, lines, tally }: Projects): string {
  // One page of plain matches needs no count of pages; what follows has a button of its own.
  if (pages < 2 || (page === 0 && tally.main > 0 && tally.main <= PAGE)) return '';
  const from = firstOn(page, { total, tally });
  return t(lang, 'say.page', {
    from: number(lang, from + 1),
    to: number(lang, from + lines.length),
    total: number(lang, total),
  });
}

/** How many lines stand before a page: the plain ones fill pages of their own. */
function firstOn(page: number, { tally }: { total: number; tally: Tally }): number {
  const mainPages = Math.ceil(tally.main / PAGE);
  return page < mainPages ? page * PAGE : tally.main + (page - mainPages) * PAGE;
}

function pagingActions(speaker: Speaker, body: Projects, list: List): object[] {
  const { lang } = speaker;
  const { page, pages, tally, total } = body;
  const turn = (to: number, title: string): object =>
    execute(title, 'question.page', { question: { ...list, page: to }, lang });
  const range = (of: number): string => {
    const from = firstOn(of, body);
    const mainPages = Math.ceil(tally.main / PAGE);
    const end = of < mainPages ? Math.min(from + PAGE, tally.main) : Math.min(from + PAGE, total);
    return `${number(lang, from + 1)}–${number(lang, end)}`;
  };
  const actions: object[] = [];
  if (page + 1 < pages) {
    const tail = tally.main > 0 && firstOn(page + 1, body) === tally.main ? soleTail(tally) : null;
    const title = tail
      ? t(lang, `button.${tail}`, { count: tally[tail] })
      : t(lang, 'button.next', { range: range(page + 1) });
    actions.push(turn(page + 1, title));
  }
  if (page > 0) actions.push(turn(page - 1, t(lang, 'button.previous', { range: range(page - 1) })));
  return actions;
}

function soleTail(tally: Tally): Because | null {
  const present = TAILS.filter((because) => tally[because] > 0);
  return present.length === 1 ? (present[0] ?? null) : null;
}
