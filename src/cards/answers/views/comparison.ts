import { t, type Key } from '../../../locales/index.js';
import type { Body, ComparisonVerdict } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { shortened } from '../../format.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/comparison.json' with { type: 'json' };
import type { View } from '../view.js';
import { factLabel, factPoint, factShown, healthWords } from '../words/facts.js';
import { all, amount, span } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS } from './project-rows.js';

type Comparison = Extract<Body, { kind: 'comparison' }>;
const template = cardTemplate(blocks);
/** Characters of a cell. */
const LONGEST = 300;

/** Projects side by side in a table; the difference asked for in words. */
export function comparisonView(speaker: Speaker, body: Comparison): View {
  const { names } = speaker;
  const titles = body.projects.map(names.title);
  const rows = body.rows.map(({ values }) => {
    const [first] = values;
    return {
      label: first ? factLabel(speaker, first) : '',
      cells: values.map((fact) => {
        if (fact.field === 'status' && fact.value) {
          return { text: healthWords(speaker, fact.value.health), color: HEALTH_COLOURS[fact.value.health] };
        }
        return { text: shortened(factShown(speaker, fact), LONGEST), color: 'Default' };
      }),
    };
  });
  return {
    point: pointOf(speaker, body),
    card: {
      template,
      data: {
        titles: body.projects.map((id) => ({ title: md(names.title(id)), action: names.details(id) })),
        rows: rows.map(({ label, cells }) => ({
          label: md(label),
          cells: cells.map(({ text, color }) => ({ text: md(text), color })),
        })),
      },
    },
    lines: rows.map(
      ({ label, cells }) => `${label}: ${cells.map(({ text }, at) => `${titles[at] ?? ''}: ${text}`).join('; ')}`,
    ),
    actions: [],
  };
}

function pointOf(speaker: Speaker, body: Comparison): string {
  const { projects, difference, rows, verdict } = body;
  const { lang, names } = speaker;
  if (verdict) return verdictPoint(speaker, body, verdict);
  const [first = '', second = ''] = projects;
  if (!difference) {
    // One fact of each is said outright; more stand in the table.
    if (rows.length === 1) return projects.map((id, at) => sentence(speaker, id, rows[0]?.values[at])).join(' ');
    return t(lang, 'compare.point', {
      a: all(lang, projects.slice(0, -1).map(names.quotedTitle)),
      b: names.quotedTitle(projects.at(-1) ?? ''),
    });
  }
  const { measure } = difference;
  const [more, less] = difference.amount >= 0 ? [first, second] : [second, first];
  const args = {
    a: names.quotedTitle(more),
    b: names.quotedTitle(less),
    amount: amount(lang, measure, Math.abs(difference.amount)),
  };
  if (difference.amount === 0) return t(lang, 'compare.same', { ...args, measure: t(lang, `measureName.${measure}`) });
  if (measure === 'investment' || measure === 'runningPerYear') return t(lang, 'compare.costsMore', args);
  return t(lang, 'compare.more', { ...args, measure: t(lang, `measureName.${measure}`) });
}

/** "A kostet 40.000 € mehr als B: 90.000 € gegenüber 50.000 €." */
function verdictPoint(speaker: Speaker, { projects, rows }: Comparison, verdict: ComparisonVerdict): string {
  const { lang, names } = speaker;
  const { by, direction, first, second, amount: apart, supposed } = verdict;
  const facts = rows.flatMap(({ values }) => projects.map((id, at) => sentence(speaker, id, values[at])));
  if (apart === null) return [t(lang, 'compare.unknown'), ...facts].join(' ');
  const isDay = by === 'start' || by === 'end';
  const args = {
    a: names.quotedTitle(first),
    b: names.quotedTitle(second),
    amount: isDay ? span(lang, apart) : amount(lang, by, apart),
  };
  const valueOf = (project: string): string => {
    const fact = rows[0]?.values[projects.indexOf(project)];
    return fact ? factShown(speaker, fact) : '';
  };
  const values = { x: valueOf(first), y: valueOf(second) };
  const kind = isDay
    ? by
    : by === 'duration' || by === 'progress'
      ? by
      : by.startsWith('personnel') || by === 'fte'
        ? 'work'
        : 'money';
  const point =
    apart === 0
      ? t(lang, isDay ? `compare.same.${by}` : 'compare.same', {
          ...args,
          measure: isDay ? '' : t(lang, `measureName.${by}`),
        })
      : t(lang, `compare.${kind}.${direction}` as Key, { ...args, ...values });
  const whole = by === 'duration' ? [point, ...facts].join(' ') : point;
  if (!supposed) return whole;
  return t(lang, apart > 0 && first === projects[0] ? 'verdict.yes' : 'verdict.no', { point: whole });
}

function sentence(
  speaker: Speaker,
  project: string,
  fact: Comparison['rows'][number]['values'][number] | undefined,
): string {
  return fact ? factPoint(speaker, project, fact) : '';
}
