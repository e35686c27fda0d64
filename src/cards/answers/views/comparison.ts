import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/comparison.json' with { type: 'json' };
import type { View } from '../view.js';
import { factLabel, factPoint, factShown, healthWords } from '../words/facts.js';
import { all, amount } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS } from './project-rows.js';

type Comparison = Extract<Body, { kind: 'comparison' }>;
const template = cardTemplate(blocks);

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
        return { text: factShown(speaker, fact), color: 'Default' };
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

function pointOf(speaker: Speaker, { projects, difference, rows }: Comparison): string {
  const { lang, names } = speaker;
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

function sentence(
  speaker: Speaker,
  project: string,
  fact: Comparison['rows'][number]['values'][number] | undefined,
): string {
  return fact ? factPoint(speaker, project, fact) : '';
}
