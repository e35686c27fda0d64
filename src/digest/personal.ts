import type { Portfolio } from '../programme/portfolio.js';
import type { Schedule } from '../programme/schedule.js';
import { composeDigest } from './compose.js';
import type { Digest } from './digest.js';
import { programmeEvents } from './edits.js';
import { within, type Scope } from './scope.js';

/** Only what changes the programme matters to a digest; all of history would be gone through for every reader. */
export function slimmed(portfolio: Portfolio): Portfolio {
  return { ...portfolio, history: programmeEvents(portfolio.history) };
}

/** The digest of a week with nothing in it but what concerns some scopes, and a look 90 days ahead; see `slimmed`. */
export function personalDigest(
  slim: Portfolio,
  scopes: readonly Scope[],
  { week, at, previous }: Pick<Digest, 'week' | 'at' | 'previous'>,
  schedule: Schedule,
): Digest {
  return composeDigest(within(slim, scopes), { week, at: new Date(at), schedule, previous, ahead: true });
}
