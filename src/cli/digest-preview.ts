import { digestText } from '../cards/digest/digest-text.js';
import { viewDigest } from '../cards/digest/view-digest.js';
import { composeCurrent, keptEdition } from '../digest/edition.js';
import { digestInstant, digestWeek } from '../digest/week.js';
import type { Lang } from '../programme/text.js';
import type { Reading } from './session.js';

/** The digest of a week as text: as it went out, else as it would. Without a week it is the one that is next. */
export async function digestPreview(reading: Reading, wanted: string | undefined, lang: Lang): Promise<string> {
  const { portfolio, config, clock, store } = reading;
  const now = clock.now();
  const due = digestWeek(now, config.schedule, portfolio.programme);
  const reported = wanted ?? due;
  const kept = store ? await keptEdition(store, reported) : undefined;
  // A past week that had no digest is shown as it was known when it was due, others as far as they are known now.
  const at = reported < due ? digestInstant(reported, config.schedule, portfolio.programme) : now;
  const digest = kept ?? composeCurrent(portfolio, reported, at, config.schedule);
  return digestText(viewDigest(digest, { lang, portfolio }));
}
