import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { CHANNEL, MONDAY, OTHER_CHANNEL, startRunning, type Running } from '../../jobs/setup.js';
import { channelThread, type Outcome } from '../../support/person.js';
import { button, readable } from '../../support/seen.js';

const THIRD_CHANNEL = '19:board@thread.tacv2';
const CHANNELS = [CHANNEL, OTHER_CHANNEL, THIRD_CHANNEL];
let at: Running;
const post = (channel = CHANNEL) => at.bot.connector.chat(channel)[0];

/** Somebody decides in the first channel. */
function decides(is: string, project: string, outcome: string): Promise<Outcome> {
  const person = at.bot.person({ is, conversation: channelThread(CHANNEL, post()?.id) });
  const { id } = [...at.bot.ledger.portfolio()!.decisions.values()].find((one) => one.project === project)!;
  const pressed = button(post()?.activity, 'decision.decide');
  return person.press(
    { ...pressed, data: { ...pressed.data, decision: id } },
    { [`outcome:${id}`]: outcome },
    post()?.id,
  );
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
  at = await startRunning();
  await at.install(...CHANNELS);
  for (const channel of [OTHER_CHANNEL, THIRD_CHANNEL])
    await at.bot.person({ is: 'office', conversation: channelThread(channel) }).mention('digest hier');
  for (const project of ['akte', 'termin'])
    await at.report({ project, week: '2026-W20', decision: { text: `Wie weiter mit ${project}?`, by: '2026-05-29' } });
  at.bot.connector.posted = [];
  await at.jobs.run('digest', new Date(MONDAY));
  at.bot.clock.set('2026-05-18T11:30:00Z');
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
      const text = readable(post(channel)?.activity);
      expect([channel, text.includes('genehmigt von Name chair')]).toEqual([channel, true]);
      expect([channel, text.includes('abgelehnt von Name member')]).toEqual([channel, true]);
    }
  },
);
