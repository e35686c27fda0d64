import { t } from '../../../locales/index.js';
import type { Because, Body, ProjectLine, Tally } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { Filters, Question } from '../../../questions/question.js';
import { ask, execute } from '../button.js';
import type { View } from '../view.js';
import { number } from '../words/format.js';
import { listPoint, topPoint } from '../words/list-point.js';
import type { Speaker } from '../words/speaker.js';
import { projectRow, sharedBy } from './project-rows.js';
import { sectionsCard, type Section } from './sections.js';

type List = Extract<Question, { intent: 'list' }>;
type Projects = Extract<Body, { kind: 'projects' }>;
const TAILS: readonly Because[] = ['secondaryField', 'nearTopic', 'citywide'];

/** A list of projects, or a page of it. */
export function projectsView(speaker: Speaker, body: Projects, question: Question): View {
  const list = asList(question);
  const sections = projectSections(speaker, body.lines);
  return {
    point: list.limit !== null && list.order ? topPoint(speaker, body, list) : listPoint(speaker, body, list.filters),
    card: sectionsCard(sections, rangeWords(speaker, body)),
    lines: spokenSections(sections),
    actions: pagingActions(speaker, body, list),
  };
}

/** Projects in sections by why they are in the list. */
export function projectSections(speaker: Speaker, lines: readonly ProjectLine[]): Section[] {
  const shared = sharedBy(speaker, lines);
  const section = (because: Because | null, heading: string): Section => ({
    heading,
    rows: lines.filter((line) => line.because === because).map((line) => projectRow(speaker, line, shared)),
  });
  return [section(null, ''), ...TAILS.map((because) => section(because, t(speaker.lang, `group.${because}`)))];
}

/** What stands on the rows, in plain words. */
export function spokenSections(sections: readonly Section[]): string[] {
  return sections.flatMap(({ heading, rows }) => {
    const spoken = rows.map((row) => row.spoken);
    return heading && rows.length > 0 ? [`${heading}:`, ...spoken] : spoken;
  });
}

/** The button that opens the whole list behind a count or a "there are". */
export function allAction({ lang }: Speaker, filters: Filters, total: number): object {
  const question: List = { intent: 'list', filters, order: null, limit: null, page: 0 };
  return ask(t(lang, 'button.all', { count: number(lang, total) }), question, lang);
}

function asList(question: Question): List {
  if (question.intent === 'list') return question;
  const filters = 'filters' in question ? question.filters : {};
  return { intent: 'list', filters, order: null, limit: null, page: 0 };
}

function rangeWords({ lang }: Speaker, { page, pages, total, lines, tally }: Projects): string {
  // One page of plain matches needs no count of pages; what follows has a button of its own.
  if (pages < 2 || (page === 0 && tally.main > 0 && tally.main <= PAGE)) return '';
  const from = firstOn(page, tally);
  return t(lang, 'say.page', {
    from: number(lang, from + 1),
    to: number(lang, from + lines.length),
    total: number(lang, total),
  });
}

/** How many lines stand before a page: the plain ones fill pages of their own. */
function firstOn(page: number, { main }: Tally): number {
  const mainPages = Math.ceil(main / PAGE);
  return page < mainPages ? page * PAGE : main + (page - mainPages) * PAGE;
}

function pagingActions(speaker: Speaker, { page, pages, tally, total }: Projects, list: List): object[] {
  const { lang } = speaker;
  const turn = (to: number, title: string): object =>
    execute(title, 'question.page', { question: { ...list, page: to }, lang });
  const range = (of: number): string => {
    const from = firstOn(of, tally);
    const end = Math.min(from + PAGE, from < tally.main ? tally.main : total);
    return `${number(lang, from + 1)}–${number(lang, end)}`;
  };
  const actions: object[] = [];
  if (page + 1 < pages) {
    const tail = tally.main > 0 && firstOn(page + 1, tally) === tally.main ? soleTail(tally) : null;
    const next = tail
      ? t(lang, `button.${tail}`, { count: tally[tail] })
      : t(lang, 'button.next', { range: range(page + 1) });
    actions.push(turn(page + 1, next));
  }
  if (page > 0) actions.push(turn(page - 1, t(lang, 'button.previous', { range: range(page - 1) })));
  return actions;
}

function soleTail(tally: Tally): Because | null {
  const present = TAILS.filter((because) => tally[because] > 0);
  return present.length === 1 ? (present[0] ?? null) : null;
}
