import type { Programme } from '../../programme/programme.js';
import { createUnderstanding, type Understanding } from './index.js';

const understandings = new WeakMap<Programme, Understanding>();

/** The understanding of a programme, prepared once for its revision; asked for at a quiet moment it spares the first asker the wait. */
export function understandingOf(programme: Programme): Understanding {
  let understanding = understandings.get(programme);
  if (!understanding) understandings.set(programme, (understanding = createUnderstanding(programme)));
  return understanding;
}
