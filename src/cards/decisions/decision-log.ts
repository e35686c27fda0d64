import { t, type Key } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { Decision, Ruling } from '../../programme/decision.js';
import type { Portfolio } from '../../programme/portfolio.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { csvTable } from '../csv.js';

const COLUMNS = [
  'project',
  'title',
  'question',
  'askedOn',
  'by',
  'state',
  'decidedOn',
  'decidedBy',
  'comment',
  'condition',
  'until',
  'fulfilledOn',
] as const;
type Column = (typeof COLUMNS)[number];

/**
 * The log of decisions as CSV (RFC 4180, headings in the reader's language, days as `YYYY-MM-DD`): a row for every ruling,
 * deferrals included, and one for what nobody has ruled on, in the order they were asked. Separated by semicolons unless
 * said otherwise, because that is what spreadsheets expect where the comma is the decimal mark.
 */
export function decisionLog(portfolio: Portfolio, lang: Lang, separator = ';'): string {
  const rows = [...portfolio.decisions.values()].flatMap((decision) => rowsOf(decision, portfolio, lang));
  const heads = COLUMNS.map((column) => t(lang, `decision.log.${column}` as Key));
  return csvTable([heads, ...rows.map((row) => COLUMNS.map((column) => row[column]))], separator);
}

function rowsOf(decision: Decision, portfolio: Portfolio, lang: Lang): Record<Column, string>[] {
  const day = (instant: string) => dayOf(instant, portfolio.programme.timeZone);
  const { project, text, by, askedAt, rulings, retractedAt } = decision;
  const last = rulings.at(-1);
  const asked = {
    project,
    title: inLanguage(portfolio.projects.get(project)?.title, lang) || project,
    question: text,
    askedOn: day(askedAt),
    by: by ?? '',
  };
  const none = { decidedOn: '', decidedBy: '', comment: '', condition: '', until: '', fulfilledOn: '' };
  const open = { ...asked, ...none, state: t(lang, retractedAt ? 'decision.log.retracted' : 'decision.log.open') };
  const ruled = rulings.map((ruling) => ({ ...asked, ...rulingCells(ruling, portfolio, lang, day) }));
  // Whoever filters for what is open finds deferred and withdrawn ones by their own rows.
  return !last || retractedAt ? [...ruled, open] : ruled;
}

function rulingCells(
  { outcome, at, by, comment, condition, until, fulfilled }: Ruling,
  { programme }: Portfolio,
  lang: Lang,
  day: (instant: string) => string,
): Omit<Record<Column, string>, 'project' | 'title' | 'question' | 'askedOn' | 'by'> {
  return {
    state: t(lang, `digest.outcome.${outcome}`),
    decidedOn: day(at),
    // Of somebody who was forgotten or has left, the role stays.
    decidedBy: programme.people.find(({ id }) => id === by)?.name ?? t(lang, 'privacy.role.steering'),
    comment,
    condition: condition ?? '',
    until: until ?? '',
    fulfilledOn: fulfilled ? day(fulfilled.at) : '',
  };
}
