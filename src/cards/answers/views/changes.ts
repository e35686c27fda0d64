import { isKey, t } from '../../../locales/index.js';
import { dayOf } from '../../../programme/calendar.js';
import type { Body } from '../../../questions/answer.js';
import { PAGE } from '../../../questions/answering/page.js';
import type { View } from '../view.js';
import { healthWords } from '../words/facts.js';
import { day, money, number } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS, itemRow, type Row } from './project-rows.js';
import { spokenSections } from './projects.js';
import { sectionsCard, type Section } from './sections.js';

type Changes = Extract<Body, { kind: 'changes' }>;

/** What has changed: statuses that turned first, then edited data. */
export function changesView(speaker: Speaker, { since, health, edits, reports }: Changes): View {
  const { lang, portfolio } = speaker;
  const from = day(lang, dayOf(since, portfolio.programme.timeZone));
  const present = edits.filter((edit) => portfolio.projects.has(edit.id));
  const sections = [
    section(speaker, t(lang, 'changes.statuses'), health, (turn) => turnRow(speaker, turn)),
    section(speaker, t(lang, 'changes.edits'), present, (edit) =>
      itemRow(speaker, edit.id, { line: editWords(speaker, edit) }),
    ),
  ];
  const counts = { since: from, turns: health.length, edits: edits.length, reports };
  const nothing = health.length + edits.length + reports === 0;
  return {
    point: t(lang, nothing ? 'changes.nothing' : 'changes.point', counts),
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

function editWords(speaker: Speaker, { kind, field, from, to }: Changes['edits'][number]): string {
  const { lang } = speaker;
  if (kind !== 'changed' || field === null) return t(lang, kind === 'removed' ? 'changes.removed' : 'changes.added');
  const name = field.split('.').at(-1) ?? field;
  const key = `fact.${name}.label`;
  return t(lang, 'changes.edit', {
    field: isKey(key) ? t(lang, key) : name,
    from: valueWords(speaker, name, from),
    to: valueWords(speaker, name, to),
  });
}

function valueWords({ lang, names }: Speaker, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t(lang, 'fact.none');
  if (field === 'register') return t(lang, `register.${String(value) as 'running'}`);
  if (field === 'department') return names.department(String(value));
  if (field === 'person') return names.person(String(value));
  if ((field === 'investment' || field === 'runningPerYear') && typeof value === 'number') return money(lang, value);
  if (typeof value === 'number') return number(lang, value);
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? day(lang, value) : value;
  if (Array.isArray(value)) return value.map((one) => valueWords({ lang, names } as Speaker, field, one)).join(', ');
  const text = value as Record<string, unknown>;
  return String(text[lang] ?? text.de ?? text.en ?? '…');
}
