import { dayOf } from '../../programme/calendar.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { withDrafts, type Draft } from '../../reporting/draft.js';
import { fitted, formEntry, type StatusForm } from '../../reporting/form.js';
import type { Planned } from '../../reporting/plan.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { weekNumber } from '../format.js';
import { formCard } from './form.js';
import { missingCard } from './missing.js';
import { projectTitle } from './words.js';

/**
 * The message of a planned request, reminder or escalation in the language of the person it goes to. Its form is named by
 * the message's key, so that a message sent twice by accident still records one report.
 */
export function plannedMessage(
  portfolio: Portfolio,
  planned: Planned,
  { at, drafts = [] }: { at: Date; drafts?: readonly Draft[] },
  lang: Lang,
): Message {
  const summary = summaryText(portfolio, planned, lang);
  const titles = planned.projects.map(({ project }) => `- ${md(projectTitle(portfolio, project, lang))}`);
  const text = [summary, titles.join('\n'), t(lang, 'report.text.answer')].join('\n\n');
  const card =
    planned.kind === 'missing'
      ? missingCard(portfolio, planned, lang)
      : formCard(portfolio, withDrafts(plannedForm(portfolio, planned, at), drafts, portfolio), lang);
  return { summary, text, card };
}

/** The form a planned message carries. */
export function plannedForm(
  portfolio: Portfolio,
  planned: Exclude<Planned, { kind: 'missing' }>,
  at: Date,
): StatusForm {
  const today = dayOf(at, portfolio.programme.timeZone);
  const entries = planned.projects.flatMap(({ project, insteadOf }) => {
    const found = portfolio.projects.get(project);
    return found ? [formEntry(portfolio, found, planned.week, today, { standsIn: insteadOf !== null })] : [];
  });
  return {
    form: planned.key,
    seen: portfolio.history.at(-1)?.seq ?? null,
    several: entries.length > 1,
    week: planned.week,
    purpose: planned.kind,
    corrects: null,
    ...fitted(entries),
    notice: null,
  };
}

function summaryText(portfolio: Portfolio, { kind, week, projects }: Planned, lang: Lang): string {
  const count = projects.length;
  const project = projectTitle(portfolio, projects[0]?.project ?? '', lang);
  return t(lang, `report.${kind}.summary`, { week: weekNumber(week), count, project });
}
