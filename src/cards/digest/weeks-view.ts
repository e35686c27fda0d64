import type { Digest, WeekCounts } from '../../digest/digest.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { weekNumber } from '../format.js';
import type { WeeksView } from './view.js';

/**
 * The chart's numbers and the sentence that says what it shows; null while there is nothing to show. Weeks before the
 * first report are left out: nobody knows how the projects stood then.
 */
export function weeksView(digest: Digest, lang: Lang): WeeksView | null {
  const begun = digest.weeks.findIndex(({ total, unreported }) => total > unreported);
  const weeks = begun < 0 ? [] : digest.weeks.slice(begun);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  const title =
    begun === 0 ? t(lang, 'digest.section.weeks') : t(lang, 'digest.section.weeksFew', { count: weeks.length });
  return {
    title,
    sentence: begun === 0 ? comparison(weeks, first, last, lang) : shorter(weeks, first, last, lang),
    weeks: weeks.map(({ week, ...counts }) => ({
      label: t(lang, 'digest.week', { week: weekNumber(week) }),
      short: t(lang, 'digest.weekShort', { week: weekNumber(week) }),
      ...counts,
    })),
  };
}

/** Fewer than eight weeks: says so, and compares what there is. */
function shorter(weeks: readonly WeekCounts[], first: WeekCounts, last: WeekCounts, lang: Lang): string {
  const args = { week: weekText(first, lang), count: weeks.length };
  if (weeks.length === 1) return t(lang, 'digest.weeks.onlyOne', args);
  return `${t(lang, 'digest.weeks.begun', args)} ${comparison(weeks, first, last, lang)}`;
}

function comparison(weeks: readonly WeekCounts[], first: WeekCounts, last: WeekCounts, lang: Lang): string {
  const { green, amber, red } = last;
  const same = weeks.every((week) => week.green === green && week.amber === amber && week.red === red);
  if (same) return t(lang, 'digest.weeks.same', { count: weeks.length, green, amber, red });
  const part = (health: string, from: number, to: number) => t(lang, 'digest.weeks.moved', { health, from, to });
  const parts = (['red', 'amber', 'green'] as const).map((health) =>
    part(t(lang, `health.${health}`), first[health], last[health]),
  );
  // Else it would look as if there were more projects now.
  if (first.unreported !== last.unreported) {
    parts.push(part(t(lang, 'digest.unreported'), first.unreported, last.unreported));
  }
  return t(lang, 'digest.weeks.sentence', { week: weekText(first, lang), parts: parts.join(', ') });
}

function weekText({ week }: WeekCounts, lang: Lang): string {
  return t(lang, 'digest.inText', { week: weekNumber(week) });
}
