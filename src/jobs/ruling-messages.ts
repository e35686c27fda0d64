import { rulingMessage } from '../cards/decisions/ruling-message.js';
import { weekOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { PlannedMessage } from './delivery.js';
import { langOf } from './status-messages.js';

/** A ruling nobody could be told about within so many days is read in the digest instead. */
const TOLD_WITHIN_MS = 3 * 24 * 3_600_000;

/** Whoever leads the project, and whoever asked, learns of a ruling; keys `ruling:<event>:<person>`. */
export function rulingMessages(portfolio: Portfolio, ledger: Ledger, now: Date): PlannedMessage[] {
  const { history, decisions, projects, programme } = portfolio;
  const messages: PlannedMessage[] = [];
  for (const event of history) {
    if (event.type !== 'decision.decided' || now.getTime() - Date.parse(event.at) > TOLD_WITHIN_MS) continue;
    const decision = decisions.get(event.data.decision);
    const place = decision?.rulings.findIndex(({ at, by }) => at === event.at && by === event.by) ?? -1;
    const ruling = decision?.rulings[place];
    if (!decision || !ruling) continue;
    const concerned = new Set([projects.get(decision.project)?.lead.person, decision.askedBy]);
    for (const person of concerned) {
      if (!person || person === event.by || !programme.people.some(({ id }) => id === person)) continue;
      messages.push({
        key: `${event.id}:${person}`,
        week: weekOf(event.at, programme.timeZone),
        to: { person },
        compose: () => {
          const known = ledger.portfolio() ?? portfolio;
          return rulingMessage(decision, ruling, { portfolio: known, lang: langOf(known, person) });
        },
      });
    }
  }
  return messages;
}
