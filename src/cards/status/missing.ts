import { latestReport, type Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import type { AskedProject } from '../../reporting/plan.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './missing.json' with { type: 'json' };
import { projectTitle, stateText } from './words.js';

/** How many missing projects one card lists. */
const LISTED = 20;

export interface Missing {
  week: string;
  projects: AskedProject[];
}

/** What is missing for a week, for the programme office, with one button to remind everybody. */
export function missingCard(portfolio: Portfolio, { week, projects }: Missing, lang: Lang, notice = ''): object {
  const shown = projects.slice(0, LISTED);
  const left = projects.length - shown.length;
  const remind = { title: t(lang, 'report.office.remind'), style: 'positive', verb: 'status.remind', data: { week } };
  return finish(
    render(template, {
      lang,
      week,
      title: t(lang, 'report.office.title'),
      intro: t(lang, 'report.office.intro', { week: weekNumber(week), count: projects.length }),
      notice,
      words: { report: t(lang, 'report.office.report') },
      projects: shown.map(({ project }) => row(portfolio, project, week, lang)),
      more: left > 0 ? t(lang, 'report.office.more', { count: left }) : '',
      actions: projects.length > 0 && notice === '' ? [remind] : [],
    }),
  );
}

function row(portfolio: Portfolio, id: string, week: string, lang: Lang): object {
  const title = projectTitle(portfolio, id, lang);
  const project = portfolio.projects.get(id);
  const department = portfolio.programme.departments.find((one) => one.id === project?.lead.department);
  const last = latestReport(portfolio, id, week);
  const state = last
    ? t(lang, 'report.form.last', { state: stateText(last, lang), week: weekNumber(last.week) })
    : t(lang, 'report.form.lastNone');
  return {
    id,
    title: md(title),
    meta: [...(department ? [md(department.shortName)] : []), state].join(' · '),
    reportTip: t(lang, 'report.mine.reportTip', { project: title }),
    buttons: true,
  };
}
