import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { decisionBlock } from '../decisions/decision-block.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { clip } from '../format.js';
import { render } from '../render.js';
import { isOwed } from './decisions-sum.js';
import template from './digest.json' with { type: 'json' };
import type { DigestView, LineView, SectionId, SectionView, WeeksView } from './view.js';

/**
 * How many lines of each section the card shows; what is beyond follows behind "show all". The sections are in order of
 * importance themselves (see `Digest`), so that what is left out is always the lesser. With these figures and the cut of
 * long texts the card stays below 30,000 characters whatever the size of the programme.
 */
const SHOWN: Record<SectionId, number> = {
  decided: 3,
  conditions: 3,
  changes: 7,
  attention: 7,
  reached: 3,
  overdue: 3,
  due: 4,
  missing: 10,
  represented: 5,
  resources: 4,
  ahead: 8,
};
/** Decisions that can be taken on the digest itself, and those that have been since; the others are a click away. */
const DECISIONS_SHOWN = { owed: 4, settled: 6 };
const REASON_LENGTH = 160;
const TEXT_LENGTH = 220;
const SUBJECT_LENGTH = 100;
/** Sections whose lines run on in one paragraph. */
const COMPACT = new Set<SectionId>(['missing', 'represented']);
/** Sections that stand below the chart. */
const AFTER_CHART = new Set<SectionId>(['resources', 'ahead']);

/** The digest as an Adaptive Card for the channel. A quiet week is one line. */
export function digestCard(view: DigestView): object {
  return finish(render(template, digestCardData(view)));
}

/** What the template of the digest is filled with. */
export function digestCardData(view: DigestView) {
  const { lang, quiet } = view;
  const shown = quiet ? [] : groupsData(view.sections, lang);
  return {
    lang,
    shown: shownData(view),
    title: md(view.title),
    period: md(view.period),
    asOf: md(view.asOf),
    headline: md(view.headline),
    note: md(view.note),
    personal: md(view.personal),
    stop: t(lang, 'digest.personal.stop'),
    showCounts: !quiet,
    counts: view.counts,
    ...decisionsData(view),
    before: shown.filter(({ id }) => !AFTER_CHART.has(id)),
    weeks: weeksData(quiet ? null : view.weeks, lang),
    after: shown.filter(({ id }) => AFTER_CHART.has(id)),
    showAll: t(lang, 'digest.showAll'),
    conditions: shown.some(({ id }) => id === 'conditions') ? t(lang, 'conditions.title') : '',
  };
}

/** Which digest a button belongs to. */
export function shownData({ week, at, scopes, monthly }: DigestView): object {
  return { week, at, ...(scopes.length > 0 && { scopes }), ...(monthly && { monthly }) };
}

function decisionsData({ lang, week, at, decides, decisions, decisionsHeading }: DigestView) {
  const owed = new Set(decisions.filter(isOwed).slice(0, DECISIONS_SHOWN.owed));
  const settled = new Set(decisions.filter((each) => !isOwed(each)).slice(0, DECISIONS_SHOWN.settled));
  const shown = decisions.filter((each) => owed.has(each) || settled.has(each));
  const options = { lang, form: decides, several: decisions.length > 1, shown: { week, at } };
  const more = decisions.length - shown.length;
  return {
    decisionsTitle: decisionsHeading.title,
    decisionBlocks: shown.map((decision) => decisionBlock(decision, options)),
    moreDecisions: more > 0 ? t(lang, 'digest.more', { count: more }) : '',
  };
}

interface LineData {
  text: string;
  reason: string;
}
interface GroupData {
  id: SectionId;
  title: string;
  lines: LineData[];
  hidden: number;
  more: string;
}

/** Neighbours of one group share a heading. */
function groupsData(sections: readonly SectionView[], lang: Lang): GroupData[] {
  const groups: GroupData[] = [];
  for (const { id, group, lines } of sections) {
    const shown = lines.slice(0, SHOWN[id]);
    const data = COMPACT.has(id) ? [compact(shown)] : shown.map(lineData);
    const last = groups.at(-1);
    const own = last?.title === md(group) ? last : { id, title: md(group), lines: [], hidden: 0, more: '' };
    if (own !== last) groups.push(own);
    own.lines.push(...data);
    own.hidden += lines.length - shown.length;
    own.more = own.hidden > 0 ? t(lang, 'digest.more', { count: own.hidden }) : '';
  }
  return groups;
}

/** A line in Markdown, long texts cut. */
export function lineData({ symbol, subject, text, reason }: LineView): LineData {
  const sign = symbol ? `${symbol} ` : '';
  return {
    text: `${sign}**${md(clip(subject, SUBJECT_LENGTH))}** ${md(clip(text, TEXT_LENGTH))}`,
    reason: md(clip(reason, REASON_LENGTH)),
  };
}

function compact(lines: readonly LineView[]): LineData {
  const parts = lines.map(
    ({ subject, text }) => `**${md(clip(subject, SUBJECT_LENGTH))}** (${md(clip(text, TEXT_LENGTH))})`,
  );
  return { text: parts.join(', '), reason: '' };
}

function weeksData(weeks: WeeksView | null, lang: Lang) {
  const columns = ['red', 'amber', 'green'] as const;
  const rows = weeks?.weeks ?? [];
  const cells = (texts: (string | number)[], weight: string) => ({
    cells: texts.map((text) => ({ text: String(text), weight })),
  });
  const words = columns.map((health) => t(lang, `health.${health}`));
  return {
    title: md(weeks?.title ?? ''),
    sentence: md(weeks?.sentence ?? ''),
    series: columns.map((health, index) => ({
      legend: words[index],
      color: { red: 'attention', amber: 'warning', green: 'good' }[health],
      values: rows.map((week) => ({ x: week.short, y: week[health] })),
    })),
    rows: [
      cells([t(lang, 'digest.weeks.week'), ...words], 'Bolder'),
      ...rows.map((week) => cells([week.label, ...columns.map((health) => week[health])], 'Default')),
    ],
  };
}
