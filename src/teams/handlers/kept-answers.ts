import { LRUCache } from 'lru-cache';
import { deepFrozen } from '../../cards/answers/freeze.js';
import { dayOf } from '../../programme/calendar.js';
import type { Reader } from '../../cards/answers/view-of.js';
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

/** What an answer is made from besides the portfolio and the day. */
export interface Circumstances {
  reader: Reader;
  /** The ISO week status reports are being collected for. */
  reportingWeek: () => string;
}

/** With it what was asked of the circumstances: where that is the same, so is the answer. Who asked is not kept. */
interface Kept extends Said {
  week: string | null;
  reports: ReadonlyMap<string, boolean>;
}

/** As many answers are kept; each is a card. */
const ANSWERS = 64;
const answers = new WeakMap<Portfolio, LRUCache<string, Kept>>();

/**
 * An answer that was given before, or `make`s it: many ask the same, by buttons and examples above all, and nothing else
 * is to be said until something is recorded or the day ends, unless the reader may do something else or, where it
 * matters, another week is reported on.
 */
export function keptAnswer(
  reading: Reading,
  { now, portfolio }: Pick<Turn, 'now' | 'portfolio'>,
  circumstances: Circumstances,
  make: (circumstances: Circumstances) => Said,
): Said {
  // "The last seven days" are counted from the instant of asking.
  if (reading.question.intent === 'changes') return make(circumstances);
  let kept = answers.get(portfolio);
  if (!kept) answers.set(portfolio, (kept = new LRUCache({ max: ANSWERS })));
  const { department, mayDecide } = circumstances.reader;
  const key = JSON.stringify([reading, dayOf(now, portfolio.programme.timeZone), department, mayDecide]);
  const known = kept.get(key);
  if (known && isSame(known, circumstances)) {
    // Only now, as most answers are given once.
    if (!Object.isFrozen(known.message)) deepFrozen(known.message);
    return known;
  }
  const { said, ...asked } = noting(circumstances, make);
  kept.set(key, { ...said, ...asked });
  return said;
}

function isSame({ week, reports }: Kept, { reader, reportingWeek }: Circumstances): boolean {
  return (
    (week === null || week === reportingWeek()) &&
    [...reports].every(([project, may]) => reader.mayReport(project) === may)
  );
}

function noting({ reader, reportingWeek }: Circumstances, make: (circumstances: Circumstances) => Said) {
  const reports = new Map<string, boolean>();
  let week: string | null = null;
  const said = make({
    reader: {
      ...reader,
      mayReport: (project) => {
        const may = reader.mayReport(project);
        reports.set(project, may);
        return may;
      },
    },
    reportingWeek: () => (week ??= reportingWeek()),
  });
  return { said, week, reports };
}
