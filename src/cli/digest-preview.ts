import { digestText } from '../cards/digest/digest-text.js';
import { digestPage } from '../cards/digest/page.js';
import { viewDigest } from '../cards/digest/view-digest.js';
import { asOf } from '../digest/as-of.js';
import { composeCurrent, keptEdition } from '../digest/edition.js';
import { releaseOf } from '../digest/release.js';
import { digestInstant, digestWeek } from '../digest/week.js';
import { t } from '../locales/index.js';
import { weekOf } from '../programme/calendar.js';
import { LANGUAGES, type Lang } from '../programme/text.js';
import { Failure } from './failure.js';
import type { Reading } from './session.js';

export interface PreviewOptions {
  /** The reported ISO week; undefined: the last one that has ended. */
  week: string | undefined;
  lang: Lang;
  /** A page instead of text. */
  html?: boolean;
}

/**
 * The digest of a week: as it went out, whatever was decided or renamed since, else as it would have been at its time or
 * would be now. Fails, in German and English, for a week that has not begun.
 */
export async function digestPreview(reading: Reading, { week, lang, html }: PreviewOptions): Promise<string> {
  const { portfolio, config, clock, store } = reading;
  const now = clock.now();
  const reported = week ?? digestWeek(now, config.schedule, portfolio.programme);
  const current = weekOf(now, portfolio.programme.timeZone);
  if (reported > current) {
    const args = { week: reported, current };
    throw new Failure(LANGUAGES.map((each) => t(each, 'digest.ahead', args)).join('\n'));
  }
  const kept = store ? await keptEdition(store, reported) : undefined;
  // A digest that had its time and did not go out is shown as it would have, others as far as they are known now.
  const due = digestInstant(reported, config.schedule, portfolio.programme);
  const digest = kept ?? composeCurrent(portfolio, reported, due < now ? due : now, config.schedule);
  const note = store ? (await releaseOf(store, reported)).note : '';
  const view = viewDigest(digest, { lang, portfolio: asOf(portfolio, new Date(digest.at)), note });
  return html ? digestPage(view) : digestText(view);
}
