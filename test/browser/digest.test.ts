import { Client } from './client.js';
import { startDemo, type Demo } from './demo.js';

let demo: Demo;
let client: Client;
beforeAll(async () => {
  demo = await startDemo('2026-05-20T10:00:00+02:00');
  client = await Client.open(demo);
}, 180_000);
afterAll(async () => {
  await client?.close();
  await demo?.stop();
});
const runJob = async () => (await fetch(`${demo.bot}/api/jobs/digest`, { method: 'POST' })).json();

describe('the digest', () => {
  it('is shown in the chat to whoever asks', async () => {
    await client.say('digest');
    const digest = await client.card('Die letzten acht Wochen');
    const text = await digest.innerText();
    expect(text).toMatch(/KW 20|Kalenderwoche 20/);
    expect(text).toMatch(/2 Entscheidungen sind gefragt/);
    expect(text).not.toContain('${');
    await client.pictureOf(digest, '10-digest-in-chat');
  }, 60_000);

  it('is posted into the steering channel once a week, however often the job runs', async () => {
    await expect(runJob()).resolves.toEqual({
      ...{ job: 'digest', week: '2026-W20', planned: 1 },
      ...{ sent: 1, skipped: 0, failed: 0 },
    });
    await expect(runJob()).resolves.toMatchObject({ sent: 0, failed: 0 });
    await client.goTo('Lenkungskreis');
    const digest = await client.card('Die letzten acht Wochen');
    await expect(client.cards.filter({ hasText: 'Die letzten acht Wochen' }).count()).resolves.toBe(1);
    await client.picture('11-steering-channel');
    await client.pictureOf(digest, '12-digest-in-channel');
  }, 60_000);

  it('never upsets the page', () => {
    expect(client.complaints).toEqual([]);
  });
});
