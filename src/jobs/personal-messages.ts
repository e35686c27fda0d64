import { personalMessage } from '../cards/digest/personal.js';
import { composeDigest } from '../digest/compose.js';
import type { Digest } from '../digest/digest.js';
import { within } from '../digest/scope.js';
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
  { week, at, previous }: Pick<Digest, 'week' | 'at' | 'previous'>,
): Promise<PlannedMessage[]> {
  const people = new Set(portfolio.programme.people.map(({ id }) => id));
  // Only imports matter to a digest; all of history would be gone through for every reader.
  const imports = portfolio.history.filter(({ type }) => type === 'programme.imported');
  const slim = { ...portfolio, history: imports };
  const due = (await subscriptions(store)).filter((each) => isDue(each, week) && people.has(each.person));
  return due.map(({ person, scopes }) => ({
    key: `personal:${week}:${person}`,
    week,
    to: { person },
    compose: () => {
      const input = { week, at: new Date(at), schedule, previous, ahead: true };
      const digest = composeDigest(within(slim, scopes), input);
      // Decisions are taken where everybody sees them.
      return personalMessage(digest, scopes, { portfolio, lang: langOf(portfolio, person), decides: false });
    },
  }));
}
