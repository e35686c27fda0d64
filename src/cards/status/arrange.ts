import { askingOf } from '../../programme/arrangement.js';
import type { Asking } from '../../programme/events.js';
import { cadenceOf } from '../../programme/policies/due.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Project } from '../../programme/programme.js';
import type { Lang } from '../../programme/text.js';
import { nextAsked } from '../../reporting/arrangement.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { dayText, weekNumber } from '../format.js';
import { render } from '../render.js';
import template from './arrange.json' with { type: 'json' };
import { noteCard, type NoteAction } from './note.js';
import { projectTitle } from './words.js';

/** What was typed on the card before, and what was wrong with it. */
export interface ArrangeTyped {
  reason: string;
  until: string;
  fault: string;
}

/** Asks whether a project shall be asked otherwise from now on. */
export function arrangeCard(
  portfolio: Portfolio,
  project: Project,
  to: Asking,
  lang: Lang,
  typed: ArrangeTyped = { reason: '', until: to.until ?? '', fault: '' },
): object {
  return finish(
    render(template, {
      lang,
      title: t(lang, 'arrange.title'),
      text: t(lang, to.paused ? 'arrange.askPause' : 'arrange.askCadence', {
        project: md(projectTitle(portfolio, project.id, lang)),
        how: howText(project, { ...to, until: null }, lang),
      }),
      before: t(lang, 'arrange.before', { how: howText(project, askingOf(project), lang) }),
      pauses: to.paused,
      ...typed,
      words: {
        until: t(lang, 'arrange.until'),
        reason: t(lang, 'arrange.reason'),
        reasonExample: t(lang, 'arrange.reasonExample'),
        confirm: t(lang, 'arrange.confirm'),
        cancel: t(lang, 'report.form.cancel'),
      },
      data: { project: project.id, to: plain(to) },
    }),
  );
}

/** Says how a project is asked from now on; `before` can be had back. */
export function arrangedCard(portfolio: Portfolio, project: Project, before: Asking, now: Date, lang: Lang): object {
  const undo: NoteAction = {
    title: t(lang, 'absence.undo'),
    verb: 'status.arrange',
    data: { project: project.id, to: plain(before) },
  };
  return noteCard(arrangedText(portfolio, project, now, lang), lang, [undo]);
}

export function arrangedText(portfolio: Portfolio, project: Project, now: Date, lang: Lang): string {
  const week = nextAsked(project, now, portfolio.programme.timeZone);
  const { paused, pausedUntil } = project;
  const done = t(lang, !paused ? 'arrange.done' : pausedUntil ? 'arrange.donePausedUntil' : 'arrange.donePaused', {
    project: md(projectTitle(portfolio, project.id, lang)),
    how: howText(project, askingOf(project), lang),
    day: pausedUntil ? dayText(pausedUntil, lang) : '',
  });
  const next = week ? t(lang, 'arrange.next', { week: weekNumber(week) }) : t(lang, 'arrange.nextNever');
  return `${done} ${next}`;
}

/** Asks in a sentence what the card asks; `already`: tells that it is so and nothing changes. */
export function arrangementSaid(
  portfolio: Portfolio,
  project: Project,
  to: Asking,
  lang: Lang,
  already: boolean,
): string {
  const key = already ? 'arrange.already' : 'arrange.said';
  return t(lang, to.paused ? `${key}Paused` : key, {
    project: md(projectTitle(portfolio, project.id, lang)),
    how: howText(project, to, lang),
    timed: to.until ? 'yes' : 'no',
    day: to.until ? dayText(to.until, lang) : '',
  });
}

/** Without what is null: a rendered card has no nulls. */
function plain({ cadence, paused, until }: Asking): object {
  return { paused, ...(cadence && { cadence }), ...(until && { until }) };
}

/** How a project is asked, in a few words: `every two weeks`, `paused until 1 Sep 2026`. */
export function howText(project: Project, { cadence, paused, until }: Asking, lang: Lang): string {
  if (!paused) return t(lang, `cadence.${cadenceOf({ ...project, paused: false, cadence })}`);
  return until ? t(lang, 'cadence.pausedUntil', { day: dayText(until, lang) }) : t(lang, 'cadence.paused');
}
