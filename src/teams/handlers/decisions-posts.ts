import { digestMessage } from '../../cards/digest/digest-message.js';
import { keptEdition } from '../../digest/edition.js';
import { postsOf } from '../../digest/posts.js';
import { releaseOf } from '../../digest/release.js';
import { trace } from '../../programme/log.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';
import { readShown } from './digest-shown.js';

/** Digests older than this keep the form; a click on it tells what was decided. */
const LATEST = 4;

/**
 * Shows a ruling in the channels where the decision stands as well, so that nobody decides it a second time. Never
 * rejects: it is recorded, and that is what the person must be told.
 */
export async function updatePosts(services: Services, turn: Turn, decision: string): Promise<void> {
  try {
    await updateWeeks(services, turn, decision);
  } catch (error) {
    services.log.warn(trace(error), 'posted digests could not be updated');
  }
}

async function updateWeeks(services: Services, turn: Turn, decision: string): Promise<void> {
  const pressed = readShown(turn.action?.data ?? {}, turn.now)?.week;
  for (const week of postedWeeks(turn.portfolio)) {
    const digest = await keptEdition(services.store, week);
    if (!digest?.decisions.some((line) => line.decision === decision)) continue;
    await updateWeek(services, turn, week, week === pressed ? turn.conversation.id : null);
  }
}

/** Replaces the posts of a week's digest by what it looks like now, all but the one in a conversation. */
export async function updateWeek(
  { store, messenger, ledger, log }: Services,
  turn: Turn,
  week: string,
  except: string | null = null,
): Promise<void> {
  const digest = await keptEdition(store, week);
  if (!digest) return;
  const { note } = await releaseOf(store, week);
  for (const { conversation, activity, lang } of await postsOf(store, week)) {
    if (conversation === except) continue;
    const current = () => digestMessage(digest, { portfolio: ledger.portfolio() ?? turn.portfolio, lang, note });
    let message = current();
    // Somebody may rule on another decision in between; what is written last must know of both.
    for (let written = ''; written !== JSON.stringify(message); message = current()) {
      written = JSON.stringify(message);
      const delivery = await messenger.update({ conversation }, activity, message);
      if (delivery.outcome !== 'sent') log.warn({ week, outcome: delivery.outcome }, 'a posted digest was not updated');
    }
  }
}

function postedWeeks({ history }: Portfolio): string[] {
  const weeks = new Set<string>();
  for (let index = history.length - 1; index >= 0 && weeks.size < LATEST; index -= 1) {
    const event = history[index];
    if (event?.type === 'digest.posted') weeks.add(event.data.week);
  }
  return [...weeks];
}
