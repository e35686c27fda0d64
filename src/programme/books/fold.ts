import type { Recorded } from '../events.js';
import type { Programme } from '../programme.js';
import type { Books } from './books.js';
import { asked, conditionSaid, retracted, ruled } from './fold-decisions.js';
import { askedOtherwise } from './fold-arranged.js';
import { forgotten } from './fold-forgotten.js';
import { imported } from './fold-import.js';
import { submitted, withdrawn } from './fold-reports.js';

/**
 * The books after one more event of history. `programme`: what a `programme.imported` brought in; may be left out for
 * an import that a later one has replaced. An event that names something unknown is kept in history and changes nothing else.
 */
export function fold(books: Books, event: Recorded, programme?: Programme): Books {
  const next = applied(books, event, programme);
  return { ...next, history: next.history.with(event) };
}

function applied(books: Books, event: Recorded, programme: Programme | undefined): Books {
  switch (event.type) {
    case 'programme.imported':
      return imported(books, event, programme);
    case 'report.submitted':
      return submitted(books, event.data.report, event.seq);
    case 'report.withdrawn':
      return withdrawn(books, event.data.report, { at: event.at, by: event.by, reason: event.data.reason });
    case 'decision.requested':
      return asked(books, event);
    case 'decision.decided':
      return ruled(books, event);
    case 'decision.retracted':
      return retracted(books, event.data.decision, event.at);
    case 'condition.fulfilled':
      return conditionSaid(books, event);
    case 'reporting.arranged':
      return askedOtherwise(books, event);
    case 'person.forgotten':
      return forgotten(books, event.data);
    // What all others mean is worked out from history by those who need it; a newer Lotse beside this one may know more.
    default:
      return books;
  }
}
