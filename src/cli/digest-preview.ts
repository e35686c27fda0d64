import { digestText } from '../cards/digest/digest-text.js';
import { digestPage } from '../cards/digest/page.js';
import { viewDigest } from '../cards/digest/view-digest.js';
import { composeCurrent, keptEdition } from '../digest/edition.js';
import { releaseOf } from '../digest/release.js';
import { digestInstant, digestWeek } from '../digest/week.js';
import type { Lang } from '../programme/text.js';
import type { Reading } from './session.js';

export interface PreviewOptions {
  /** The reported ISO week; undefined: the one that is next. */
  week: string | undefined;
  lang: Lang;
  /** A page instead of text. */
  html?: boolean;
}

/** The digest of a week: as it went out, else as it would. */
export async function digestPreview(reading: Reading, { week, lang, html }: PreviewOptions): Promise<string> {
  const { portfolio, config, clock, store } = reading;
  const now = clock.now();
  const due = digestWeek(now, config.schedule, portfolio.programme);
  const reported = week ?? due;
  const kept = store ? await keptEdition(store, reported) : undefined;
  // A past week that had no digest is shown as it was known when it was due, others as far as they are known now.
  const at = reported < due ? digestInstant(reported, config.schedule, portfolio.programme) : now;
  const digest = kept ?? composeCurrent(portfolio, reported, at, config.schedule);
  const note = store ? (await releaseOf(store, reported)).note : '';
  const view = viewDigest(digest, { lang, portfolio, note });
  return html ? digestPage(view) : digestText(view);
}
