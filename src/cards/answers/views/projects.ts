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
const TAILS: readonly Because[] = ['secondaryField', 'partlyFunded', 'citywide'];

/** A list of projects, or a page of it. */
export function projectsView(speaker: Speaker, body: Projects, question: Question): View {
  const list = asList(question);
  const sections = projectSections(speaker, body.lines);
  return {
    point: list.limit !== null && list.order ? topPoint(speaker, body, list) : listPoint(speaker, body, list.filters),
    card: sectionsCard(sections, rangeWords(speaker, body, placeOf(body.page, body, list))),
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

/** Where a page stands among those of its kind: plain matches and those set apart fill pages of their own. */
interface Place {
  /** Of its first line, from 0. */
  first: number;
  /** How many lines there are of this kind. */
  of: number;
  /** Whether the page begins what is set apart. */
  beginsTail: boolean;
}

/** Where a page of a list stands; one that is ordered by something mixes all kinds (see `pagesOf`). */
function placeOf(page: number, { tally: { main }, total }: Projects, { order }: List): Place {
  const mainPages = order === null ? Math.ceil(main / PAGE) : 0;
  if (order !== null || mainPages === 0) return { first: page * PAGE, of: total, beginsTail: false };
  if (page < mainPages) return { first: page * PAGE, of: main, beginsTail: false };
  return { first: (page - mainPages) * PAGE, of: total - main, beginsTail: page === mainPages };
}

/** What stands above a page, where there are several of its kind. */
function rangeWords({ lang }: Speaker, { pages, lines }: Projects, { first, of }: Place): string {
  if (pages < 2 || of <= PAGE) return '';
  return t(lang, 'say.page', {
    from: number(lang, first + 1),
    to: number(lang, first + lines.length),
    total: number(lang, of),
  });
}

function pagingActions(speaker: Speaker, body: Projects, list: List): object[] {
  const { lang } = speaker;
  const { page, pages } = body;
  const turn = (to: number, title: string): object =>
    execute(title, 'question.page', { question: { ...list, page: to }, lang });
  const range = ({ first, of }: Place): string =>
    `${number(lang, first + 1)}–${number(lang, Math.min(first + PAGE, of))}`;
  const actions: object[] = [];
  if (page + 1 < pages) {
    const next = placeOf(page + 1, body, list);
    const title = next.beginsTail
      ? t(lang, `button.${soleTail(body.tally) ?? 'others'}`, { count: next.of })
      : t(lang, 'button.next', { range: range(next) });
    actions.push(turn(page + 1, title));
  }
  if (page > 0)
    actions.push(turn(page - 1, t(lang, 'button.previous', { range: range(placeOf(page - 1, body, list)) })));
  return actions;
}

function soleTail(tally: Tally): Because | null {
  const present = TAILS.filter((because) => tally[because] > 0);
  return present.length === 1 ? (present[0] ?? null) : null;
}
