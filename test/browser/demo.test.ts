import { startDemo } from './demo.js';

const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

describe('the demo', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says where to go and what to do in both languages, and leaves nothing behind after %s',
    async (signal) => {
      const demo = await startDemo('2026-05-20T10:00:00+02:00');
      expect(demo.said()).toContain(demo.playground);
      expect(demo.said()).toMatch(/Drei Dinge zum Ausprobieren:\n {2}1\. [^]*2\. [^]*3\. [^]*Three things to try:/);
      await expect(answers(demo.playground)).resolves.toBe(true);
      await expect(demo.stop(signal)).resolves.toBe(0);
      await expect(answers(demo.playground)).resolves.toBe(false);
      await expect(answers(`${demo.bot}/healthz`)).resolves.toBe(false);
    },
    180_000,
  );

  it('runs without the Playground', async () => {
    const demo = await startDemo('2026-05-20T10:00:00+02:00', '--no-playground');
    expect(demo.said()).toContain(`${demo.bot}/api/messages`);
    await expect(answers(`${demo.bot}/readyz`)).resolves.toBe(true);
    await expect(answers(demo.playground)).resolves.toBe(false);
    await demo.stop();
  }, 180_000);
});
