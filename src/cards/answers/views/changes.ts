import { isKey, t } from '../../../locales/index.js';
import { dayOf } from '../../../programme/calendar.js';
import type { Body } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import { healthWords } from '../words/facts.js';
import { day, money, number } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS, titleRow } from './project-rows.js';

type Changes = Extract<Body, { kind: 'changes' }>;
const template = cardTemplate(blocks);
const MOST = 15;
interface Item {
  project: string;
  line: string;
  value: string;
  color: string;
}

/** What has changed: statuses that turned first, then edited data. */
export function changesView(speaker: Speaker, body: Changes): View {
  const { lang, names, portfolio } = speaker;
  const since = day(lang, dayOf(body.since, portfolio.programme.timeZone));
  const { health, edits, reports } = body;
  const turns = health.map((turn): Item => {
    const before = turn.from
      ? t(lang, 'changes.turn', { from: t(lang, `health.${turn.from}`) })
      : t(lang, 'changes.first');
    return {
      project: turn.project,
      line: [before, turn.reason].filter(Boolean).join(' · '),
      value: healthWords(speaker, turn.to),
      color: HEALTH_COLOURS[turn.to],
    };
  });
  const changed = edits
    .filter((edit) => portfolio.projects.has(edit.id))
    .map((edit): Item => ({ project: edit.id, line: editWords(speaker, edit), value: '', color: 'Default' }));
  const nothing = turns.length + edits.length + reports === 0;
  const row = (item: Item): object => ({
    ...titleRow(speaker, item.project),
    line: md(item.line),
    value: item.value,
    color: item.color,
    weight: 'Default',
  });
  const groups = [
    { heading: t(lang, 'changes.statuses'), items: turns },
    { heading: t(lang, 'changes.edits'), items: changed },
  ].filter(({ items }) => items.length > 0);
  return {
    point: nothing
      ? t(lang, 'changes.nothing', { since })
      : t(lang, 'changes.point', { since, turns: turns.length, edits: edits.length, reports }),
    card: {
      template,
      data: {
        range: '',
        sections: groups.map(({ heading, items }) => ({
          heading: items.length > MOST ? `${heading} (${number(lang, MOST)}/${number(lang, items.length)})` : heading,
          rows: items.slice(0, MOST).map(row),
        })),
      },
    },
    lines: groups.flatMap(({ heading, items }) => [
      `${heading}:`,
      ...items
        .slice(0, MOST)
        .map((item) => `${names.title(item.project)}: ${[item.value, item.line].filter(Boolean).join(', ')}`),
    ]),
    actions: [],
  };
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
