import { personalMessage } from '../cards/digest/personal.js';
import type { Digest } from '../digest/digest.js';
import { previousMonthly } from '../digest/edition.js';
import { personalDigest, slimmed } from '../digest/personal.js';
import { isDue, subscriptions } from '../digest/subscriptions.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { PlannedMessage } from './delivery.js';
import { langOf } from './status-messages.js';

/** The personal digests of a week that somebody asked for; keys `personal:<week>:<person>`. */
export async function personalMessages(
  portfolio: Portfolio,
  store: ProgrammeStore,
  schedule: Schedule,
  edition: Pick<Digest, 'week' | 'at' | 'previous'>,
): Promise<PlannedMessage[]> {
  const { week } = edition;
  const people = new Set(portfolio.programme.people.map(({ id }) => id));
  const slim = slimmed(portfolio);
  const due = (await subscriptions(store)).filter((each) => isDue(each, week) && people.has(each.person));
  return due.map(({ person, scopes, cadence }) => ({
    key: `personal:${week}:${person}`,
    week,
    to: { person },
    compose: () => {
      const monthly = cadence === 'monthly';
      const previous = monthly ? previousMonthly(portfolio, week, schedule) : edition.previous;
      const digest = personalDigest(slim, scopes, { ...edition, previous }, schedule);
      // Decisions are taken where everybody sees them.
      return personalMessage(digest, scopes, { portfolio, lang: langOf(portfolio, person), decides: false, monthly });
    },
  }));
}
