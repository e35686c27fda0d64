import { t } from '../../../locales/index.js';
import type { Body, ProjectLine } from '../../../questions/answer.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/projects.json' with { type: 'json' };
import type { View } from '../view.js';
import { week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard } from './facts-card.js';
import { projectRow } from './project-rows.js';

const template = cardTemplate(blocks);

/** Projects whose status of the week is missing, with the last week they spoke. */
export function missingReportsView(speaker: Speaker, body: Extract<Body, { kind: 'missingReports' }>): View {
  const { lang, names } = speaker;
  const due = body.due;
  const args = { week: week(lang, body.week), count: body.lines.length, due };
  if (body.lines.length === 0)
    return { point: t(lang, 'missing.none', args), card: factsCard('', [], []), lines: [], actions: [] };
  const last = (line: ProjectLine): string =>
    line.status ? t(lang, 'missing.last', { week: week(lang, line.status.week) }) : t(lang, 'missing.never');
  const rows = body.lines.map((line) => {
    return {
      ...projectRow(speaker, line, { lead: false, register: true }),
      value: last(line),
      color: 'Default',
      weight: 'Default',
    };
  });
  return {
    point: t(lang, 'missing.point', args),
    card: { template, data: { range: '', sections: [{ heading: '', rows }] } },
    lines: body.lines.map((line) => `${names.title(line.project)} (${last(line)})`),
    actions: [],
  };
}
