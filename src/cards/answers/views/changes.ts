import { t } from '../../../locales/index.js';
import { dayOf } from '../../../programme/calendar.js';
import { inLanguage, type Text } from '../../../programme/text.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { editWords } from '../words/edits.js';
import { healthWords } from '../words/facts.js';
import { day, number, week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS, itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard, type Section } from './sections.js';

type Changes = Extract<Body, { kind: 'changes' }>;

/** What has changed: statuses that turned first, then edited data. */
export function changesView(speaker: Speaker, { since, weeks, health, edits, reports, turned }: Changes): View {
  const { lang, portfolio } = speaker;
  const from = day(lang, dayOf(since, portfolio.programme.timeZone));
  const sections = [
    section(speaker, t(lang, 'changes.statuses'), health, (turn) => turnRow(speaker, turn)),
    section(speaker, t(lang, 'changes.edits'), edits, (edit) =>
      itemRow(speaker, edit.id, { line: editWords(speaker, edit), ...goneTitle(speaker, edit) }),
    ),
  ];
  const counts = { since: from, turns: health.length, edits: edits.length, reports };
  const nothing = health.length + edits.length + reports === 0;
  const span = weeks && { from: week(lang, weeks.from), to: week(lang, weeks.to) };
  return {
    point: span
      ? t(lang, turned ? 'changes.turnedWeeks' : 'changes.weeks', { ...span, ...counts, turned: turned ?? 'either' })
      : turned
        ? t(lang, 'changes.turned', { ...counts, turned })
        : t(lang, nothing ? 'changes.nothing' : 'changes.point', counts),
    card: sectionsCard(sections),
    lines: spokenSections(sections),
    actions: [],
  };
}

/** The first changes; a heading that leaves some out says how many there are. */
function section<T>({ lang }: Speaker, heading: string, changes: readonly T[], row: (change: T) => Row): Section {
  const cut = changes.length > PAGE ? ` (${number(lang, PAGE)}/${number(lang, changes.length)})` : '';
  return { heading: `${heading}${cut}`, rows: changes.slice(0, PAGE).map(row) };
}

function turnRow(speaker: Speaker, { project, from, to, reason }: Changes['health'][number]): Row {
  const { lang } = speaker;
  const before = from ? t(lang, 'changes.turn', { from: t(lang, `health.${from}`) }) : t(lang, 'changes.first');
  return itemRow(speaker, project, {
    line: [before, reason].filter(Boolean).join(' · '),
    value: healthWords(speaker, to),
    color: HEALTH_COLOURS[to],
  });
}

/** What has left the programme is called by the name it had. */
function goneTitle({ lang, portfolio }: Speaker, { id, from }: Changes['edits'][number]): { title?: string } {
  return portfolio.projects.has(id) ? {} : { title: inLanguage(from as Text | null, lang) || id };
}
