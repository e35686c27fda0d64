import { demoSession } from './session.js';

const session = demoSession();
const runJob = async () => (await fetch(`${session.demo.bot}/api/jobs/digest`, { method: 'POST' })).json();

describe('the digest', () => {
  it('is shown in the chat to whoever asks', async () => {
    await session.client.say('digest');
    const digest = await session.client.card('Die letzten acht Wochen');
    const text = await digest.innerText();
    expect(text).toMatch(/KW 20|Kalenderwoche 20/);
    expect(text).toMatch(/2 Entscheidungen sind gefragt/);
    expect(text).not.toContain('${');
    await session.client.pictureOf(digest, '10-digest-in-chat');
  }, 60_000);

  it('is posted into the steering channel once a week, however often the job runs', async () => {
    await expect(runJob()).resolves.toEqual({
      ...{ job: 'digest', week: '2026-W20', planned: 1 },
      ...{ sent: 1, skipped: 0, failed: 0 },
    });
    await expect(runJob()).resolves.toMatchObject({ sent: 0, failed: 0 });
    await session.client.goTo('Lenkungskreis');
    const digest = await session.client.card('Die letzten acht Wochen');
    await expect(session.client.cards.filter({ hasText: 'Die letzten acht Wochen' }).count()).resolves.toBe(1);
    await session.client.picture('11-steering-channel');
    await session.client.pictureOf(digest, '12-digest-in-channel');
  }, 60_000);

  it('never upsets the page', () => {
    expect(session.client.complaints).toEqual([]);
  });
});
