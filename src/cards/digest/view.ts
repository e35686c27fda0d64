import type { Digest } from '../../digest/digest.js';
import type { Outcome } from '../../programme/decision.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { addWeeks, mondayOf } from '../../programme/calendar.js';
import { dayText, shortDayText, timeText, weekNumber } from '../format.js';
import { decisionViews } from './decision-view.js';
import { headlineText } from './headline.js';
import { sectionViews } from './section-views.js';
import { weeksView } from './weeks-view.js';

/**
 * A digest in words, complete and in reading order: what card, plain text and page are all made from. Texts are plain,
 * not escaped for any format.
 */
export interface DigestView {
  lang: Lang;
  week: string;
  title: string;
  period: string;
  asOf: string;
  headline: string;
  quiet: boolean;
  counts: CountView[];
  decisions: DecisionView[];
  sections: SectionView[];
  weeks: WeeksView | null;
}
export interface CountView {
  health: 'green' | 'amber' | 'red' | 'unreported';
  symbol: string;
  word: string;
  count: number;
}
export interface DecisionView {
  id: string;
  project: string;
  text: string;
  /** When it is wanted, and what became of it before. */
  when: string;
  overdue: boolean;
  /** What was ruled since the digest was made, or null while the answer is owed. */
  ruling: { outcome: Outcome; text: string } | null;
}
export type SectionId =
  | 'decided'
  | 'conditions'
  | 'changes'
  | 'attention'
  | 'reached'
  | 'overdue'
  | 'due'
  | 'missing'
  | 'represented'
  | 'resources';
export interface SectionView {
  id: SectionId;
  title: string;
  /** Where space is scarce, neighbours of one group stand under this one heading. */
  group: string;
  lines: LineView[];
}
export interface LineView {
  /** A sign whose meaning the text repeats; may be empty. */
  symbol: string;
  /** What the line is about: a project's or an action field's name. */
  subject: string;
  text: string;
  /** The reason, in people's own words; may be empty. */
  reason: string;
}
export interface WeeksView {
  title: string;
  sentence: string;
  weeks: { label: string; green: number; amber: number; red: number; unreported: number }[];
}

/** What the wording needs beside the digest itself. */
export interface Reader {
  portfolio: Portfolio;
  lang: Lang;
}

/** Puts a digest into words. Rulings of `portfolio` that came after the digest are shown at their decision. */
export function viewDigest(digest: Digest, reader: Reader): DigestView {
  const { lang, portfolio } = reader;
  const week = weekNumber(digest.week);
  return {
    lang,
    week: digest.week,
    title: t(lang, 'digest.title', { week }),
    period: t(lang, 'digest.period', {
      from: shortDayText(mondayOf(digest.week), lang),
      to: dayText(sundayOf(digest.week), lang),
    }),
    asOf: t(lang, 'digest.asOf', {
      day: dayText(digest.asOf, lang),
      time: timeText(digest.at, portfolio.programme.timeZone),
    }),
    headline: headlineText(digest, reader),
    quiet: digest.quiet,
    counts: countViews(digest, lang),
    decisions: decisionViews(digest, reader),
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

function sundayOf(week: string): string {
  const next = new Date(`${mondayOf(addWeeks(week, 1))}T00:00:00Z`);
  return new Date(next.getTime() - 86_400_000).toISOString().slice(0, 10);
}
