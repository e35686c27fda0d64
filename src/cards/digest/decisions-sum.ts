import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import type { DecisionView } from '../decisions/decision-view.js';
import { listText } from '../format.js';

/** What became of a decision the digest asks for. */
const STATES = ['open', 'taken', 'deferred', 'retracted'] as const;
type State = (typeof STATES)[number];

/** Whether the steering group still owes an answer: nobody has ruled since the digest, and it is still wanted. */
export function isOwed({ ruling, retracted }: DecisionView): boolean {
  return ruling === null && !retracted;
}

/** How many decisions are wanted, and what became of those that are not any more; empty where none were. */
export function decisionsSentence(decisions: readonly DecisionView[], lang: Lang): string {
  const counts = { open: 0, taken: 0, deferred: 0, retracted: 0 };
  for (const decision of decisions) counts[stateOf(decision)] += 1;
  const count = decisions.length;
  const overdue = decisions.filter((decision) => decision.overdue).length;
  if (count === 0) return '';
  if (counts.open === count) return t(lang, 'digest.headline.decisions', { count, overdue });
  const settled = STATES.filter((state) => state !== 'open' && counts[state] > 0);
  if (settled.length === 1 && counts.open === 0) {
    return t(lang, 'digest.headline.settled', { count, how: settled[0] });
  }
  const parts = settled.map((how) => t(lang, 'digest.headline.settledPart', { count: counts[how], how }));
  return t(lang, 'digest.headline.partly', { count: counts.open, overdue, parts: listText(parts, lang) });
}

/** The heading over the decisions, and how many are wanted: `3`, `1 von 3` once some are settled, all of them at last. */
export function decisionsHeading(decisions: readonly DecisionView[], lang: Lang): { title: string; count: string } {
  const [all, owed] = [decisions.length, decisions.filter(isOwed).length];
  const title = t(lang, owed > 0 || all === 0 ? 'digest.section.decisions' : 'digest.section.decisionsSettled');
  const some = owed > 0 && owed < all;
  return { title, count: some ? t(lang, 'digest.section.decisionsOf', { owed, all }) : String(all) };
}

function stateOf({ ruling, retracted }: DecisionView): State {
  if (ruling) return ruling.outcome === 'deferred' ? 'deferred' : 'taken';
  return retracted ? 'retracted' : 'open';
}
