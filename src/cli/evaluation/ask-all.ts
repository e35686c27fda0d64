import type { Portfolio } from '../../programme/portfolio.js';
import type { Person, Programme } from '../../programme/programme.js';
import { DEFAULT_SCHEDULE } from '../../programme/schedule.js';
import { createUnderstanding } from '../../questions/understanding/index.js';
import { Talk } from '../talk.js';
import { judge } from './judge.js';
import type { QuestionItem } from './question-set.js';
import { readMessage } from './read-message.js';
import type { Outcome } from './tally.js';

/** Asks every question of a set at an instant, each conversation on its own, and judges the replies. */
export function askAll(items: readonly QuestionItem[], portfolio: Portfolio, now: Date): Outcome[] {
  const understanding = createUnderstanding(portfolio.programme);
  return items.map(({ id, lang, tags, asker, turns, expect }) => {
    const person = asker ? memberOf(portfolio.programme, asker.department) : null;
    const department = asker?.department ?? null;
    const talk = new Talk({ portfolio, understanding, schedule: DEFAULT_SCHEDULE, now, person, department, lang });
    const replies = turns.map((turn) => readMessage(talk.say(turn).message));
    const faults = replies.flatMap((reply, turn) =>
      judge(expect[turn] ?? {}, reply, portfolio.programme).map((text) =>
        turns.length > 1 ? `turn ${turn + 1}: ${text}` : text,
      ),
    );
    return { id, lang, tags, turns, replies, faults };
  });
}

/** Somebody of the department, rather not of the office or the steering group. */
function memberOf({ people }: Programme, department: string): Person | null {
  const members = people.filter((person) => person.department === department);
  return members.find(({ roles }) => roles.length === 0) ?? members[0] ?? null;
}
