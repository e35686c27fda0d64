import { t } from '../../../locales/index.js';
import { addDays, mondayOf, weekOfDay } from '../../../programme/calendar.js';
import type { Lang } from '../../../programme/text.js';
import type { DayRange } from '../../../questions/question.js';
import { day, month, week } from './format.js';

/** A range of days as people say it: "2026", "im September 2026", "am 30.09.2026", "in KW 20/2026", "ab dem …", "vom … bis …". */
export function when(lang: Lang, { from, to }: DayRange): string {
  if (from === null && to === null) return '';
  if (from === null) return t(lang, 'when.to', { to: day(lang, to ?? '') });
  if (to === null) return t(lang, 'when.from', { from: day(lang, from) });
  const iso = weekOfDay(from);
  if (from === mondayOf(iso) && to === addDays(from, 6)) return t(lang, 'when.week', { week: week(lang, iso) });
  if (from === to) return t(lang, 'when.day', { day: day(lang, from) });
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) {
    return t(lang, 'when.year', { year: from.slice(0, 4) });
  }
  if (from.endsWith('-01') && to === lastOfMonth(to)) {
    if (from.slice(0, 7) === to.slice(0, 7)) return t(lang, 'when.month', { month: month(lang, from) });
    return t(lang, 'when.months', { from: month(lang, from), to: month(lang, to) });
  }
  return t(lang, 'when.between', { from: day(lang, from), to: day(lang, to) });
}

function lastOfMonth(iso: string): string {
  const [year = 0, month = 0] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
