import { DateTime } from 'luxon';
import { t } from '../../locales/index.js';
import type { Recorded } from '../../programme/events.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { csvTable } from '../csv.js';
import { listText } from '../format.js';
import { deedOf } from './deed.js';

/**
 * What was done to the programme as CSV (RFC 4180, semicolons, headings in the reader's language), in the order of
 * history: who (name, else id), when (local time), what, about which project or week, with which words and why. Reports
 * of leads and deputies, their own absences and reminders put off are nobody's audit and not in it.
 */
export function auditLog(portfolio: Portfolio, lang: Lang): string {
  const heads = (['at', 'by', 'action', 'about', 'detail', 'why'] as const).map((column) => t(lang, `audit.${column}`));
  const rows = portfolio.history.flatMap((event) => rowOf(event, portfolio, lang));
  return csvTable([heads, ...rows]);
}

function rowOf(event: Recorded, portfolio: Portfolio, lang: Lang): string[][] {
  const deed = deedOf(event, portfolio, lang);
  if (!deed) return [];
  const { timeZone, people } = portfolio.programme;
  const at = DateTime.fromISO(event.at, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
  const by = people.find(({ id }) => id === event.by)?.name ?? event.by ?? t(lang, 'audit.byNobody');
  return [[at, by, t(lang, deed.action), listText(deed.about ?? [], lang), deed.detail ?? '', event.why ?? '']];
}
