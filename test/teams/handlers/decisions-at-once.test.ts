import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CHANNEL, OTHER_CHANNEL } from '../../jobs/setup.js';
import type { Outcome } from '../../support/person.js';
import { button, readable } from '../../support/seen.js';
import { startDeciding, type Deciding } from './decisions-setup.js';

const THIRD_CHANNEL = '19:board@thread.tacv2';
const CHANNELS = [CHANNEL, OTHER_CHANNEL, THIRD_CHANNEL];
let at: Deciding;

/** Somebody decides in the first channel. */
function decides(is: string, project: string, outcome: string): Promise<Outcome> {
  const { id } = [...at.bot.ledger.portfolio()!.decisions.values()].find((one) => one.project === project)!;
  const pressed = button(at.post()?.activity, 'decision.decide');
  return at
    .inChannel(is)
    .press({ ...pressed, data: { ...pressed.data, decision: id } }, { [`outcome:${id}`]: outcome }, at.post()?.id);
}

class Signal {
  given = false;
  give: () => void = () => undefined;
  readonly when = new Promise<void>((resolve) => {
    this.give = () => {
      this.given = true;
      resolve();
    };
  });
}

beforeEach(async () => {
  at = await startDeciding({
    questions: { akte: 'Wie weiter mit akte?', termin: 'Wie weiter mit termin?' },
    others: { [OTHER_CHANNEL]: 'digest hier', [THIRD_CHANNEL]: 'digest hier' },
  });
});
afterEach(() => at.bot.close());

test.each([OTHER_CHANNEL, THIRD_CHANNEL])(
  'two decisions at once stand in every channel, also where the update of a post is slow (%s)',
  async (slow) => {
    const { connector } = at.bot;
    const [arrived, released] = [new Signal(), new Signal()];
    connector.hold = ({ method, conversation }) => {
      if (method !== 'PUT' || conversation !== slow || arrived.given) return undefined;
      arrived.give();
      return released.when;
    };
    const first = decides('chair', 'akte', 'approved');
    await arrived.when;
    await decides('member', 'termin', 'rejected');
    released.give();
    await first;
    for (const channel of CHANNELS) {
      const text = readable(at.post(channel)?.activity);
      expect([channel, text.includes('genehmigt von Name chair')]).toEqual([channel, true]);
      expect([channel, text.includes('abgelehnt von Name member')]).toEqual([channel, true]);
    }
  },
);
