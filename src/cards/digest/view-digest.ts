import type { Digest } from '../../digest/digest.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { addDays, mondayOf } from '../../programme/calendar.js';
import { dayText, shortDayText, timeText, weekNumber } from '../format.js';
import { viewDecision } from '../decisions/decision-view.js';
import { decisionsHeading } from './decisions-sum.js';
import { headlineText } from './headline.js';
import { sectionViews } from './section-views.js';
import { weeksView } from './weeks-view.js';
import type { CountView, DigestView, Reader } from './view.js';

/** Puts a digest into words. Rulings of `portfolio` that came after the digest are shown at their decision. */
export function viewDigest(digest: Digest, reader: Reader): DigestView {
  const { lang, portfolio } = reader;
  const week = weekNumber(digest.week);
  const decisions = digest.decisions.map((line) => viewDecision(line, digest.at, reader));
  return {
    lang,
    week: digest.week,
    scopes: reader.scopes ?? [],
    monthly: reader.monthly ?? false,
    at: digest.at,
    title: t(lang, 'digest.title', { week }),
    period: t(lang, 'digest.period', {
      from: shortDayText(mondayOf(digest.week), lang),
      to: dayText(addDays(mondayOf(digest.week), 6), lang),
    }),
    asOf: t(lang, 'digest.asOf', {
      day: dayText(digest.asOf, lang),
      time: timeText(digest.at, portfolio.programme.timeZone),
    }),
    headline: headlineText(digest, decisions, reader),
    note: reader.note ? t(lang, 'digest.note', { text: reader.note }) : '',
    personal: reader.personal ?? '',
    quiet: digest.quiet,
    counts: countViews(digest, lang),
    decisions,
    decisionsHeading: decisionsHeading(decisions, lang),
    decides: reader.decides ?? true,
    sections: sectionViews(digest, reader).filter(({ lines }) => lines.length > 0),
    weeks: weeksView(digest, lang),
  };
}

function countViews({ counts }: Digest, lang: Lang): CountView[] {
  const healths = (['red', 'amber', 'green'] as const).map((health): CountView => ({
    health,
    symbol: t(lang, `healthSymbol.${health}`),
    word: t(lang, `health.${health}`),
    count: counts[health],
  }));
  if (counts.unreported === 0) return healths;
  return [
    ...healths,
    { health: 'unreported', symbol: '–', word: t(lang, 'digest.unreported'), count: counts.unreported },
  ];
}
