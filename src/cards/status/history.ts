import { dayOf } from '../../programme/calendar.js';
import { isOffice } from '../../programme/policies/person.js';
import { mayReadOfficeNote, mayReport } from '../../programme/policies/report.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Person, Project } from '../../programme/programme.js';
import type { Health } from '../../programme/report.js';
import type { Lang } from '../../programme/text.js';
import { healthSince, type CourseWeek, type TimelineEntry } from '../../reporting/history.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText, weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './history.json' with { type: 'json' };
import { textsOf } from './saved.js';
import { healthArgs, projectTitle, stateText } from './words.js';

/** How many reports one card shows. */
export const REPORTS_A_PAGE = 5;
const COLOURS: Record<Health, string> = { green: 'good', amber: 'warning', red: 'attention' };

export interface History {
  project: Project;
  /** All reports, the newest first. */
  entries: readonly TimelineEntry[];
  weeks: readonly CourseWeek[];
  page: number;
  /** A past week that still lacks a report, or null. */
  gap: string | null;
  /** Who reads it, and who stands in for the lead just now. */
  reader: Person | null;
  standIns: readonly string[];
}

/** How a project's status developed: what it comes to in words, the course as a chart (a table elsewhere), the reports. */
export function historyCard(portfolio: Portfolio, history: History, lang: Lang): object {
  const { project, entries, weeks, page, gap, reader, standIns } = history;
  const from = page * REPORTS_A_PAGE;
  const shown = entries.slice(from, from + REPORTS_A_PAGE);
  const may = mayReport(reader, project, standIns);
  const link = (key: 'older' | 'newer', to: number) => ({
    title: t(lang, `report.history.${key}`),
    style: 'default',
    verb: 'status.history',
    data: { project: project.id, page: to, replace: true },
  });
  return finish(
    render(template, {
      lang,
      title: t(lang, 'report.history.title', { project: md(projectTitle(portfolio, project.id, lang)) }),
      conclusion: conclusionText(portfolio, history, lang),
      ...chartData(page === 0 ? weeks : [], lang),
      words: { correct: t(lang, 'report.saved.correct'), withdraw: t(lang, 'report.history.withdraw') },
      entries: shown.map((entry) => entryData(portfolio, entry, reader, may, lang)),
      actions: [
        ...(may && page === 0
          ? [
              {
                title: t(lang, 'report.mine.report'),
                style: 'positive',
                verb: 'status.open',
                data: { project: project.id, replace: true },
              },
            ]
          : []),
        ...(may && page === 0 && gap
          ? [
              {
                title: t(lang, 'report.history.fill', { week: weekNumber(gap) }),
                style: 'default',
                verb: 'status.open',
                data: { project: project.id, week: gap, replace: true },
              },
            ]
          : []),
        ...(isOffice(reader) && page === 0
          ? [
              {
                title: t(lang, 'report.office.ask'),
                style: 'default',
                verb: 'status.ask',
                data: { project: project.id },
              },
            ]
          : []),
        ...(page > 0 ? [link('newer', page - 1)] : []),
        ...(entries.length > from + REPORTS_A_PAGE ? [link('older', page + 1)] : []),
      ],
    }),
  );
}

/** What the course comes to, so that nobody needs to read the chart. */
export function conclusionText(portfolio: Portfolio, { project, weeks }: History, lang: Lang): string {
  const since = healthSince(portfolio, project.id);
  if (!since) return t(lang, 'report.history.none');
  const health = t(lang, 'report.history.since', { ...healthArgs(since.health, lang), week: weekNumber(since.week) });
  const stated = weeks.filter(({ progress }) => progress !== null);
  const [first, last] = [stated[0], stated.at(-1)];
  if (!first || !last || first === last) return health;
  const args = { from: first.progress, to: last.progress, start: weekNumber(first.week) };
  return `${health} ${t(lang, first.progress === last.progress ? 'report.history.progressSame' : 'report.history.progress', args)}`;
}

function chartData(weeks: readonly CourseWeek[], lang: Lang): object {
  const head = {
    week: t(lang, 'report.history.week'),
    health: t(lang, 'report.history.health'),
    progress: t(lang, 'report.history.progressTitle'),
    weight: 'Bolder',
  };
  return {
    hasChart: weeks.filter(({ health }) => health !== null).length > 1,
    chartTitle: t(lang, 'report.history.chart'),
    progressTitle: t(lang, 'report.history.progressTitle'),
    bars: weeks.flatMap(({ week, health, progress }) =>
      health
        ? [{ x: `${weekNumber(week)} ${t(lang, `healthSymbol.${health}`)}`, y: progress ?? 0, color: COLOURS[health] }]
        : [],
    ),
    rows: [head, ...weeks.map((one) => rowData(one, lang))],
  };
}

function rowData({ week, health, progress }: CourseWeek, lang: Lang): object {
  return {
    week: t(lang, 'report.history.weekOf', { week: weekNumber(week) }),
    health: health ? t(lang, 'report.state', healthArgs(health, lang)) : t(lang, 'report.history.noReport'),
    progress: progress === null ? '–' : t(lang, 'report.history.percent', { progress }),
    weight: 'Default',
  };
}

function entryData(
  portfolio: Portfolio,
  entry: TimelineEntry,
  reader: Person | null,
  may: boolean,
  lang: Lang,
): object {
  const { report, standing, healthFrom, progressFrom, late } = entry;
  const title = projectTitle(portfolio, report.project, lang);
  const changes = [
    ...(healthFrom ? [t(lang, 'report.history.healthFrom', healthArgs(healthFrom, lang))] : []),
    ...(progressFrom !== null && report.progress !== null
      ? [t(lang, 'report.history.progressFrom', { from: progressFrom, to: report.progress })]
      : []),
  ];
  const notes = [
    ...(report.unchanged ? [t(lang, 'report.saved.unchanged')] : []),
    ...(report.corrects ? [t(lang, 'report.saved.corrected')] : []),
    ...(late ? [t(lang, 'report.history.late')] : []),
    ...(standing === 'replaced' ? [t(lang, 'report.history.replaced')] : []),
    ...(report.withdrawn ? [t(lang, 'report.history.withdrawn', { reason: md(report.withdrawn.reason) })] : []),
  ];
  return {
    report: report.id,
    project: report.project,
    state: stateText(report, lang),
    meta: t(lang, 'report.history.meta', {
      week: weekNumber(report.week),
      day: dayText(dayOf(report.submittedAt, portfolio.programme.timeZone), lang),
      role: t(lang, `report.saved.as.${report.role}`),
    }),
    change: changes.join(' · '),
    note: notes.join(' · '),
    texts: report.unchanged ? [] : textsOf(report, lang, mayReadOfficeNote(reader, report)),
    mayChange: may && standing === 'stands' && report.role !== 'import',
    correctTip: t(lang, 'report.saved.correctTip', { project: title }),
    withdrawTip: t(lang, 'report.history.withdrawTip', { project: title }),
  };
}
