import type { Reply, Turn } from '../turn.js';
import { readStatusData } from './status-data.js';

/**
 * A card in the place of the pressed one where that was one of the status cards themselves, else as a message of its
 * own. `text` says the same to those who cannot see cards.
 */
export function inPlace(turn: Turn, card: object, text: string): Reply {
  const replace = turn.action !== null && readStatusData(turn.action.data).replace;
  return replace ? { kind: 'card', card } : { kind: 'message', message: { summary: text, text, card } };
}
