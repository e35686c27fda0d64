import type { Portfolio } from '../../programme/portfolio.js';
import type { StatusReport } from '../../programme/report.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './withdraw.json' with { type: 'json' };
import { projectTitle, stateText } from './words.js';

/** Asks why a report is withdrawn; `fault`: what is wrong with the reason that was typed, or empty. */
export function withdrawCard(
  portfolio: Portfolio,
  report: StatusReport,
  { reason, fault }: { reason: string; fault: string },
  lang: Lang,
): object {
  const args = {
    project: md(projectTitle(portfolio, report.project, lang)),
    week: weekNumber(report.week),
    state: stateText(report, lang),
  };
  return finish(
    render(template, {
      lang,
      report: report.id,
      project: report.project,
      title: t(lang, 'report.withdraw.title'),
      intro: t(lang, 'report.withdraw.intro', args),
      words: {
        reason: t(lang, 'report.withdraw.reason'),
        withdraw: t(lang, 'report.history.withdraw'),
        cancel: t(lang, 'report.form.cancel'),
      },
      reason,
      fault: fault && `❗ ${fault}`,
    }),
  );
}
