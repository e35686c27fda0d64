import { LRUCache } from 'lru-cache';
import { deepFrozen } from '../../cards/answers/freeze.js';
import { dayOf } from '../../programme/calendar.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Given } from '../../questions/memory.js';
import type { Reading } from '../../questions/question.js';
import type { Turn } from '../turn.js';

/** An answer as it was said, and what the talk goes on from. Neither is to be changed. */
export interface Said {
  given: Given;
  message: Message;
}

/** As many answers are kept; each is a card. */
const ANSWERS = 64;
const answers = new WeakMap<Portfolio, LRUCache<string, Said & { week: string | null }>>();

/**
 * An answer that was given before, or `make`s it: many ask the same, by buttons and examples above all, and nothing else
 * is to be said until something is recorded, the day ends or, where the answer asks for it, another week is reported on.
 * What one person may do is offered to them alone.
 */
export function keptAnswer(
  reading: Reading,
  { actor, now, portfolio }: Pick<Turn, 'actor' | 'now' | 'portfolio'>,
  reportingWeek: () => string,
  make: (reportingWeek: () => string) => Said,
): Said {
  // "The last seven days" are counted from the instant of asking.
  if (reading.question.intent === 'changes') return make(reportingWeek);
  let kept = answers.get(portfolio);
  if (!kept) answers.set(portfolio, (kept = new LRUCache({ max: ANSWERS })));
  const key = JSON.stringify([reading, dayOf(now, portfolio.programme.timeZone), actor.person?.id ?? null]);
  const known = kept.get(key);
  if (known && (known.week === null || known.week === reportingWeek())) {
    // Only now, as most answers are given once.
    if (!Object.isFrozen(known.message)) deepFrozen(known.message);
    return known;
  }
  let week: string | null = null;
  const said = make(() => (week ??= reportingWeek()));
  kept.set(key, { ...said, week });
  return said;
}
