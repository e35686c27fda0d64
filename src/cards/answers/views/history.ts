import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import { md } from '../../escape.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/table.json' with { type: 'json' };
import type { View } from '../view.js';
import { healthWords } from '../words/facts.js';
import { amount, week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard } from './facts-card.js';
import { HEALTH_COLOURS } from './project-rows.js';

const template = cardTemplate(blocks);
/** The newest reports; a card of years helps nobody. */
const SHOWN = 12;

/** How a project fared week by week. */
export function historyView(speaker: Speaker, body: Extract<Body, { kind: 'history' }>): View {
  const { lang, names } = speaker;
  const title = names.quotedTitle(body.project);
  const first = body.reports[0];
  const last = body.reports.at(-1);
  if (!first || !last) {
    const point = t(lang, 'history.none', { title, during: body.during ? 'yes' : 'no' });
    return { point, card: factsCard(names.title(body.project), [], []), lines: [], actions: [] };
  }
  const point = t(lang, 'history.point', {
    title,
    count: body.reports.length,
    from: week(lang, first.week),
    to: week(lang, last.week),
    health: healthWords(speaker, last.health),
  });
  const shown = body.reports.slice(-SHOWN);
  const cell = (text: string, color = 'Default'): object => ({ text: md(text), color });
  return {
    point,
    card: {
      template,
      data: {
        title: md(names.title(body.project)),
        columns: [{ width: 1 }, { width: 2 }, { width: 4 }],
        header: [t(lang, 'history.week'), t(lang, 'fact.status.label'), t(lang, 'history.said')].map((text) =>
          cell(text),
        ),
        rows: [...shown].reverse().map((report) => ({
          cells: [
            cell(week(lang, report.week)),
            cell(
              [
                healthWords(speaker, report.health),
                report.progress === null ? '' : amount(lang, 'progress', report.progress),
              ]
                .filter(Boolean)
                .join(' · '),
              HEALTH_COLOURS[report.health],
            ),
            cell([report.summary, report.risk].filter(Boolean).join(' – ') || '–'),
          ],
        })),
      },
    },
    lines: shown.map((report) =>
      `${week(lang, report.week)}: ${healthWords(speaker, report.health)}. ${report.summary}`.trim(),
    ),
    actions: [],
  };
}
