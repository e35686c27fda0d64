import type { Digest, WeekCounts } from '../../digest/digest.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { weekNumber } from '../format.js';
import type { WeeksView } from './view.js';

/** The chart's numbers and the sentence that says what it shows; null while there is nothing to show. */
export function weeksView({ weeks }: Digest, lang: Lang): WeeksView | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last || weeks.every(({ total, unreported }) => total === unreported)) return null;
  return {
    title: t(lang, 'digest.section.weeks'),
    sentence: sentence(weeks, first, last, lang),
    weeks: weeks.map(({ week, ...counts }) => ({
      label: t(lang, 'digest.week', { week: weekNumber(week) }),
      short: t(lang, 'digest.weekShort', { week: weekNumber(week) }),
      ...counts,
    })),
  };
}

function sentence(weeks: readonly WeekCounts[], first: WeekCounts, last: WeekCounts, lang: Lang): string {
  const { green, amber, red } = last;
  const same = weeks.every((week) => week.green === green && week.amber === amber && week.red === red);
  if (same) return t(lang, 'digest.weeks.same', { green, amber, red });
  const parts = (['red', 'amber', 'green'] as const).map((health) =>
    t(lang, 'digest.weeks.moved', { health: t(lang, `health.${health}`), from: first[health], to: last[health] }),
  );
  const week = t(lang, 'digest.inText', { week: weekNumber(first.week) });
  return t(lang, 'digest.weeks.sentence', { week, parts: parts.join(', ') });
}
