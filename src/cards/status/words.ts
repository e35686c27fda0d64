import { DateTime } from 'luxon';
import type { Health, StatusReport } from '../../programme/report.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';

/** A day for reading: `22.05.2026`, `22 May 2026`. */
export function dayText(day: string, lang: Lang): string {
  return DateTime.fromISO(day, { zone: 'utc', locale: lang === 'de' ? 'de-DE' : 'en-GB' }).toFormat(
    lang === 'de' ? 'dd.MM.yyyy' : 'd LLL yyyy',
  );
}

/** An instant for reading, as far ahead as reminders go: `am Freitag um 09:00 Uhr`, `on Friday at 09:00`. */
export function momentText(instant: Date, zone: string, lang: Lang): string {
  const at = DateTime.fromJSDate(instant, { zone }).setLocale(lang === 'de' ? 'de-DE' : 'en-GB');
  return at.toFormat(lang === 'de' ? "'am' cccc, d. LLLL, 'um' H:mm 'Uhr'" : "'on' cccc, d LLLL, 'at' H:mm");
}

/** The number of an ISO week for reading: `21`. */
export function weekNumber(week: string): number {
  return Number(week.slice(-2));
}

/** Health with symbol and word, and progress where stated. */
export function stateText(report: Pick<StatusReport, 'health' | 'progress'>, lang: Lang): string {
  const args = { ...healthArgs(report.health, lang), progress: report.progress };
  return report.progress === null ? t(lang, 'report.state', args) : t(lang, 'report.stateProgress', args);
}

export function healthArgs(health: Health, lang: Lang): { symbol: string; health: string } {
  return { symbol: t(lang, `healthSymbol.${health}`), health: t(lang, `health.${health}`) };
}
