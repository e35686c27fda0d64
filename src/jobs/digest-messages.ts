import { digestMessage } from '../cards/digest/digest-message.js';
import type { Digest } from '../digest/digest.js';
import type { SteeringChannel } from '../digest/steering.js';
import { notePost } from '../digest/posts.js';
import type { Ledger } from '../programme/ledger.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { PlannedMessage } from './delivery.js';

/** One post a week and channel. That it was posted becomes part of history once, however often it is asked. */
export function digestMessages(
  digest: Digest,
  channels: readonly SteeringChannel[],
  { ledger, store }: { ledger: Ledger; store: ProgrammeStore },
  { now, note }: { now: Date; note: string },
): PlannedMessage[] {
  const { week, at } = digest;
  return channels.map(({ conversation, lang }) => ({
    key: `digest:${week}:${conversation}`,
    week,
    to: { conversation },
    compose: () => {
      const portfolio = ledger.portfolio();
      return portfolio ? digestMessage(digest, { portfolio, lang, note }) : null;
    },
    onSent: async (activity) => {
      await notePost(store, { week, conversation, activity, lang });
      const id = `digest-posted:${week}:${conversation}`;
      const known = ledger.portfolio()?.history.some((event) => event.id === id) ?? false;
      if (known) return;
      await ledger.record([{ id, type: 'digest.posted', at, by: null, why: null, data: { week, conversation } }], now);
    },
  }));
}
