import { t } from '../../../locales/index.js';
import type { Health, StatusReport } from '../../../programme/report.js';
import type { Body } from '../../../questions/answer.js';
import type { Standing } from '../../../questions/fact.js';
import { md } from '../../escape.js';
import { shortened } from '../../format.js';
import { execute } from '../button.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/timeline.json' with { type: 'json' };
import type { View } from '../view.js';
import { healthNamed, healthWords } from '../words/facts.js';
import { all, amount, either, week } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { HEALTH_COLOURS } from './project-rows.js';

const template = cardTemplate(blocks);
/** The newest reports; a card of years helps nobody. */
const SHOWN = 12;
/** Characters of each text; the reports in full stand in the status history. */
const LONGEST = 300;

/** How a project fared week by week, the newest first. */
export function historyView(speaker: Speaker, body: Extract<Body, { kind: 'history' }>): View {
  const { lang, names } = speaker;
  const title = names.quotedTitle(body.project);
  const { reports } = body;
  const [first, last] = [reports[0], reports.at(-1)];
  if (!first || !last) {
    const point = t(lang, 'history.none', { title, during: body.during ? 'yes' : 'no' });
    return { point, card: null, lines: [], actions: [] };
  }
  const shown = reports.slice(-SHOWN).reverse();
  return {
    point: [
      body.standing
        ? standingWords(speaker, title, body.standing)
        : t(lang, reports.length === 1 ? 'history.one' : 'history.point', {
            title,
            count: reports.length,
            from: week(lang, first.week),
            to: week(lang, last.week),
            health: healthNamed(speaker, last.health),
            during: body.during ? 'yes' : 'no',
          }),
      ...(reports.length > 1 ? [courseWords(speaker, reports)] : []),
    ].join(' '),
    card: { template, data: { entries: shown.map((report) => entry(speaker, report)) } },
    lines: shown.map((report) =>
      [`${week(lang, report.week)}: ${healthWords(speaker, report.health)}.`, ...textsOf(report)].join(' '),
    ),
    actions: [execute(t(lang, 'button.history'), 'status.history', { project: body.project })],
  };
}

function entry(speaker: Speaker, report: StatusReport): object {
  const { lang } = speaker;
  const progress = report.progress === null ? '' : ` · ${amount(lang, 'progress', report.progress)}`;
  return {
    when: week(lang, report.week),
    health: `${healthWords(speaker, report.health)}${progress}`,
    color: HEALTH_COLOURS[report.health],
    texts: textsOf(report).map((text) => ({ text: md(text) })),
  };
}

function textsOf({ summary, risk }: StatusReport): string[] {
  return [summary, risk].filter(Boolean).map((text) => shortened(text, LONGEST));
}

/** "„X“ ist seit KW 18/2026 kritisch (rot)."; where that is no longer so, when it was. */
function standingWords({ lang }: Speaker, title: string, { health, run, holds, fromFirst }: Standing): string {
  const args = {
    title,
    health: either(
      lang,
      health.map((one) =>
        t(lang, 'status.named', { health: t(lang, `health.${one}`), colour: t(lang, `healthColour.${one}`) }),
      ),
    ),
    from: run ? week(lang, run.from) : '',
    to: run ? week(lang, run.to) : '',
    span: run && run.from !== run.to ? 'weeks' : 'one',
    first: fromFirst ? 'yes' : 'no',
  };
  if (!run) return t(lang, 'history.neverSo', args);
  return t(lang, holds ? 'history.since' : 'history.noLonger', args);
}

/** "Verlauf: 2 Meldungen kritisch, 4 Meldungen gefährdet und 2 Meldungen im Plan." */
function courseWords({ lang }: Speaker, reports: readonly StatusReport[]): string {
  const runs: { health: Health; weeks: number }[] = [];
  for (const { health } of reports) {
    const run = runs.at(-1);
    if (run?.health === health) run.weeks += 1;
    else runs.push({ health, weeks: 1 });
  }
  const said = runs.map(({ health, weeks }) =>
    t(lang, 'history.run', {
      count: weeks,
      health: t(lang, 'status.named', {
        health: t(lang, `health.${health}`),
        colour: t(lang, `healthColour.${health}`),
      }),
    }),
  );
  return t(lang, 'history.course', { course: all(lang, said) });
}
