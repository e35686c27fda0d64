import { DateTime } from 'luxon';
import type { Health, StatusReport } from '../../programme/report.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';

export { projectTitle } from '../project-title.js';

/** An instant for reading, as far ahead as reminders go: `am Freitag, 22. Mai, um 9:00 Uhr`, `on Friday, 22 May, at 9:00`. */
export function momentText(instant: Date, zone: string, lang: Lang): string {
  const at = DateTime.fromJSDate(instant, { zone }).setLocale(lang === 'de' ? 'de-DE' : 'en-GB');
  return at.toFormat(lang === 'de' ? "'am' cccc, d. LLLL, 'um' H:mm 'Uhr'" : "'on' cccc, d LLLL, 'at' H:mm");
}

/** Health with symbol and word, and progress where stated. */
export function stateText(report: Pick<StatusReport, 'health' | 'progress'>, lang: Lang): string {
  const args = { ...healthArgs(report.health, lang), progress: report.progress };
  return report.progress === null ? t(lang, 'report.state', args) : t(lang, 'report.stateProgress', args);
}

/** Symbol and word of a health, to fill wordings with. */
export function healthArgs(health: Health, lang: Lang): { symbol: string; health: string } {
  return { symbol: t(lang, `healthSymbol.${health}`), health: t(lang, `health.${health}`) };
}
