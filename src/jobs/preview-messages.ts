import { previewMessage } from '../cards/digest/preview-card.js';
import { composeCurrent } from '../digest/edition.js';
import { releaseOf } from '../digest/release.js';
import { digestInstant } from '../digest/week.js';
import { mayRelease } from '../programme/policies/digest.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { PlannedMessage } from './delivery.js';
import { langOf } from './status-messages.js';

/** The digest of a week before it goes out, to everybody of the office; keys `preview:<week>:<person>`. */
export async function previewMessages(
  portfolio: Portfolio,
  store: ProgrammeStore,
  schedule: Schedule,
  { week, now }: { week: string; now: Date },
): Promise<PlannedMessage[]> {
  const release = await releaseOf(store, week);
  const digest = composeCurrent(portfolio, week, now, schedule);
  const due = digestInstant(week, schedule, portfolio.programme).toISOString();
  return portfolio.programme.people.filter(mayRelease).map(({ id }) => ({
    key: `preview:${week}:${id}`,
    week,
    to: { person: id },
    compose: () => previewMessage(digest, { release, due, posted: false }, { portfolio, lang: langOf(portfolio, id) }),
  }));
}
