import { askingIsUsual, askingOf } from '../../programme/arrangement.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Project } from '../../programme/programme.js';
import type { Lang } from '../../programme/text.js';
import type { OwnProject } from '../../reporting/mine.js';
import { t, type Key } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText, weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './mine.json' with { type: 'json' };
import { howText } from './arrange.js';
import { projectTitle, stateText } from './words.js';

/** How many projects a card shows at once. */
export const PAGE = 8;

/** What the list is for: one's own projects, or a choice of one to report on. */
export type Purpose = 'mine' | 'choose' | 'noneDue';

/** Somebody's projects with health, when last reported, and a button each. `page` counts from 0. */
export function mineCard(
  portfolio: Portfolio,
  list: readonly OwnProject[],
  { purpose, week, page }: { purpose: Purpose; week: string; page: number },
  lang: Lang,
): object {
  const from = page * PAGE;
  const shown = list.slice(from, from + PAGE);
  const owed = list.filter(({ missing, as }) => missing && as !== 'deputy').length;
  const more = list.length > from + PAGE;
  const actions = [
    ...(owed > 1 && page === 0
      ? [{ title: t(lang, 'report.mine.all'), style: 'positive', verb: 'status.openAll', data: { replace: true } }]
      : []),
    ...(more
      ? [
          {
            title: t(lang, 'report.mine.more'),
            style: 'default',
            verb: 'status.mine',
            data: { page: page + 1, purpose, replace: true },
          },
        ]
      : []),
  ];
  const intro = [
    t(lang, 'report.mine.intro', { count: list.length, week: weekNumber(week) }),
    ...(list.length > PAGE
      ? [t(lang, 'report.mine.shown', { from: from + 1, to: from + shown.length, total: list.length })]
      : []),
  ];
  const title: Key = purpose === 'choose' ? 'report.choose.title' : 'report.mine.title';
  return finish(
    render(template, {
      lang,
      title: t(lang, title),
      intro: purpose === 'noneDue' ? t(lang, 'report.mine.noneDue') : intro.join(' · '),
      words: { report: t(lang, 'report.mine.report'), history: t(lang, 'report.saved.history') },
      projects: shown.map((own) => row(portfolio, own, week, lang)),
      hint: hintText(portfolio, shown, lang),
      actions,
    }),
  );
}

/** How to be asked less often, told with a project of one's own; nothing where there is none that is asked. */
function hintText(portfolio: Portfolio, shown: readonly OwnProject[], lang: Lang): string {
  const own = shown.find(({ as, project }) => as === 'lead' && portfolio.projects.get(project)?.register === 'running');
  if (!own) return '';
  return t(lang, 'report.mine.hint', { project: md(projectTitle(portfolio, own.project, lang)) });
}

/** How a project is asked that is not asked as all others. */
function askedText(project: Project, lang: Lang): string {
  const { paused, pausedUntil } = project;
  if (paused && pausedUntil) return t(lang, 'digest.change.pausedUntil', { day: dayText(pausedUntil, lang) });
  return paused
    ? t(lang, 'row.paused')
    : t(lang, 'report.mine.asked', { how: howText(project, askingOf(project), lang) });
}

function row(portfolio: Portfolio, { project, as, last, missing }: OwnProject, week: string, lang: Lang): object {
  const title = projectTitle(portfolio, project, lang);
  const found = portfolio.projects.get(project);
  const usual = !found || askingIsUsual(found);
  return {
    id: project,
    title: md(title),
    state: last
      ? t(lang, 'report.mine.reported', { state: stateText(last, lang), week: weekNumber(last.week) })
      : t(lang, 'report.mine.never'),
    meta: [
      t(lang, `report.mine.as.${as}`),
      ...(found ? [t(lang, `register.${found.register}`)] : []),
      ...(usual ? [] : [askedText(found, lang)]),
    ].join(' · '),
    due: missing ? `⏳ ${t(lang, 'report.mine.due', { week: weekNumber(week) })}` : '',
    reportTip: t(lang, 'report.mine.reportTip', { project: title }),
    historyTip: t(lang, 'report.mine.historyTip', { project: title }),
    hasHistory: last !== null,
  };
}
