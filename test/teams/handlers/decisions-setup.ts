import type { Decision } from '../../../src/programme/decision.js';
import { CHANNEL, MONDAY, startRunning, type Running } from '../../jobs/setup.js';
import type { Posted } from '../../support/connector.js';
import { channelThread, type Person } from '../../support/person.js';

export interface Deciding extends Running {
  /** The decision that was asked for first, as it stands now. */
  decision(): Decision | undefined;
  /** The digest in a channel; by default the one of the steering group. */
  post(channel?: string): Posted | undefined;
  /** Somebody in the thread of the steering group's digest. */
  inChannel(is: string): Person;
}

export interface DecidingOptions {
  /** What is asked, by project. */
  questions?: Record<string, string>;
  /** Further channels that get the digest, with the words by which the office orders it there. */
  others?: Record<string, string>;
}

/** The bot half an hour after a digest that asks for decisions. */
export async function startDeciding({
  questions = { akte: 'Weiterbauen?' },
  others = {},
}: DecidingOptions = {}): Promise<Deciding> {
  const at = await startRunning();
  await at.install(CHANNEL, ...Object.keys(others));
  for (const [channel, words] of Object.entries(others))
    await at.bot.person({ is: 'office', conversation: channelThread(channel) }).mention(words);
  at.bot.connector.posted = [];
  for (const [project, text] of Object.entries(questions))
    await at.report({ project, week: '2026-W20', decision: { text, by: '2026-05-29' } });
  await at.jobs.run('digest', new Date(MONDAY));
  at.bot.clock.set('2026-05-18T11:30:00Z');
  const post = (channel = CHANNEL) => at.bot.connector.chat(channel)[0];
  return {
    ...at,
    decision: () => [...(at.bot.ledger.portfolio()?.decisions.values() ?? [])][0],
    post,
    inChannel: (is) => at.bot.person({ is, conversation: channelThread(CHANNEL, post()?.id) }),
  };
}
