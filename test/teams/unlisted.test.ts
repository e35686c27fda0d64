import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson } from '../builders.js';
import { CHANNEL, people, projects, startRunning, type Running } from '../jobs/setup.js';
import type { Person } from '../support/person.js';

const [office, , , lead] = people;
const listed = [office!, lead!];
const leaver = aPerson({ id: 'gehrein', aadObjectId: 'b0000000-0000-4000-8000-00000000beef' });
/** Listed by the name they sign in with. */
const named = aPerson({ id: 'nennwald', userPrincipalName: 'n.nennwald@stadt.example' });
let at: Running;
let [leaves, signs, stays, colleague]: Person[] = [];

beforeEach(async () => {
  at = await startRunning({ programme: { people: [...listed, leaver, named], projects } });
  stays = at.bot.person({ is: 'lead' });
  leaves = at.bot.person({ is: 'gehrein' });
  signs = at.bot.person({ is: 'nennwald', aadObjectId: 'c0000000-0000-4000-8000-00000000beef' });
  colleague = at.bot.person({ aadObjectId: 'd0000000-0000-4000-8000-00000000beef' });
  await at.install(CHANNEL);
  for (const one of [stays, leaves, signs, colleague]) await one.say('digest für mein Amt');
  await at.bot.store.create('unreachable', 'person:gehrein', { reason: 'blocked' });
  await at.bot.store.create('chats', 'upn-g.former@stadt.example', { conversation: await documentOf(leaves) });
});
afterEach(() => at.bot.close());

const documentOf = async (person: Person): Promise<string> =>
  (await at.bot.store.list<{ id: string }>('conversations')).find(({ value }) => value.id === person.conversation.id)!
    .id;

/** The programme office's file from a day on. */
async function imported(day: string, ...others: typeof people): Promise<void> {
  at.bot.clock.set(`${day}T08:00:00Z`);
  const { programme } = at.bot.ledger.portfolio()!;
  const origin = { by: null, at: at.bot.clock.now().toISOString(), why: null };
  await at.bot.ledger.importProgramme({ ...programme, people: [...listed, ...others] }, [], origin);
}
async function retention(day: string): Promise<void> {
  at.bot.clock.set(`${day}T01:00:00Z`);
  await at.jobs.run('retention', at.bot.clock.now());
}
/** Of which of them anything is stored beside the programme and what was sent. */
async function known(): Promise<string[]> {
  const partitions = [
    'acting',
    'conversations',
    'chats',
    'welcomes',
    'identities',
    'digest-subscriptions',
    'unreachable',
  ];
  const all = await Promise.all(partitions.map((one) => at.bot.store.list(one)));
  const json = JSON.stringify(all).toLowerCase();
  const traces = {
    stays: ['a0000000-0000-4000-8000-000000000004'],
    leaves: ['b0000000', 'gehrein', 'g.former'],
    signs: ['c0000000', 'nennwald'],
    colleague: ['d0000000'],
  };
  return Object.entries(traces).flatMap(([who, words]) => (words.some((word) => json.includes(word)) ? [who] : []));
}

describe('whom the programme lists no longer', () => {
  it('is forgotten 13 weeks later, unless they write; those it lists and channels stay', async () => {
    expect(await known()).toEqual(['stays', 'leaves', 'signs', 'colleague']);
    await imported('2026-06-01');
    await retention('2026-06-02');
    await colleague!.say('hilfe');
    await retention('2026-08-31');
    expect(await known()).toEqual(['stays', 'leaves', 'signs', 'colleague']);
    await retention('2026-09-01');
    expect(await known()).toEqual(['stays', 'colleague']);
    const channels = await at.bot.store.list<{ id: string }>('conversations');
    expect(channels.map(({ value }) => value.id)).toContain(CHANNEL);
    await retention('2026-12-01');
    expect(await known()).toEqual(['stays']);
    // Nothing of it stands with those who are listed.
    expect(JSON.stringify(await at.bot.store.list('conversations'))).not.toContain('unlistedSince');
  });

  it('is not forgotten where the file lists them again in time; a later leave counts anew', async () => {
    await imported('2026-06-01');
    await retention('2026-06-02');
    await imported('2026-08-20', leaver, named);
    await retention('2026-08-21');
    await retention('2026-09-20');
    expect(await known()).toEqual(['stays', 'leaves', 'signs']);
    await imported('2026-10-01');
    await retention('2026-10-02');
    await retention('2026-12-31');
    expect(await known()).toEqual(['stays', 'leaves', 'signs']);
  });

  it('gets to know Lotse anew afterwards', async () => {
    await imported('2026-06-01');
    await retention('2026-06-02');
    await retention('2026-09-01');
    expect((await signs!.say('hilfe')).status).toBe(200);
    expect(await known()).toEqual(['stays', 'signs']);
  });
});
