import { describe, expect, test } from '@jest/globals';
import { nextStep } from '../../src/jobs/next-step.js';
import { Quota, Spacing, THREAD_ALLOWANCES, Windows } from '../../src/jobs/pace.js';

/** Time that only passes by waiting; `stall` lets it jump while somebody waits. */
function aTicker() {
  const ticker = {
    time: 0,
    stall: 0,
    now: () => ticker.time,
    sleep: (ms: number) => {
      ticker.time += ms + ticker.stall;
      ticker.stall = 0;
      return Promise.resolve();
    },
  };
  return ticker;
}

describe('even spacing', () => {
  const takes = async (spacing: Spacing, ticker: ReturnType<typeof aTicker>, count: number) => {
    const at: number[] = [];
    for (let index = 0; index < count; index += 1) {
      await spacing.take();
      at.push(ticker.time);
    }
    return at;
  };

  test('never more than one call beyond its share, whoever asks at once', async () => {
    const ticker = aTicker();
    const spacing = new Spacing(20, ticker, 1);
    const at: number[] = [];
    await Promise.all(Array.from({ length: 100 }, () => spacing.take().then(() => at.push(ticker.time))));
    expect(at.at(-1)).toBe(98 * 20);
    for (let index = 51; index < at.length; index += 1)
      expect(at[index]! - at[index - 50]!).toBeGreaterThanOrEqual(980);
  });

  test('a stall does not become a burst', async () => {
    const ticker = aTicker();
    const spacing = new Spacing(20, ticker, 1);
    await takes(spacing, ticker, 3);
    ticker.stall = 500;
    const after = await takes(spacing, ticker, 4);
    expect(after.map((at) => at - after[0]!)).toEqual([0, 0, 20, 40]);
  });

  test('a pause lets everybody wait', async () => {
    const ticker = aTicker();
    const spacing = new Spacing(20, ticker);
    spacing.pause(7_000);
    expect((await takes(spacing, ticker, 1))[0]).toBe(7_000);
  });
});

describe('a quota as the other side counts it', () => {
  // Counted at some time between start and answer, in bunches or one by one: never more than five in 100 ms.
  test.each([
    ['at once', () => 0],
    ['when the answer leaves', (took: number) => took],
    ['in bunches', (took: number, index: number) => (index % 4 === 0 ? took : 0)],
  ])('counted %s', async (_, when) => {
    const ticker = aTicker();
    const quota = new Quota({ count: 5, ms: 100 }, ticker);
    const counted: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      const answered = await quota.take();
      const took = (index * 7) % 30;
      counted.push(ticker.time + when(took, index));
      ticker.time += took;
      answered();
    }
    counted.sort((a, b) => a - b);
    for (let index = 5; index < counted.length; index += 1)
      expect(counted[index]! - counted[index - 5]!).toBeGreaterThanOrEqual(100);
  });

  test('waits for the answer that makes room', async () => {
    const ticker = aTicker();
    const quota = new Quota({ count: 1, ms: 100 }, ticker);
    const answered = await quota.take();
    let begun = false;
    const next = quota.take().then(() => (begun = true));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(begun).toBe(false);
    ticker.time = 40;
    answered();
    await next;
    expect(ticker.time).toBe(140);
  });
});

test('a conversation keeps all its allowances at once', async () => {
  const ticker = aTicker();
  const windows = new Windows(THREAD_ALLOWANCES, ticker);
  const at: number[] = [];
  for (let index = 0; index < 130; index += 1) {
    await windows.take();
    at.push(ticker.time);
  }
  for (const { count, ms } of THREAD_ALLOWANCES) {
    for (let index = count; index < at.length; index += 1) {
      expect(at[index]! - at[index - count]!).toBeGreaterThanOrEqual(ms);
    }
  }
});

describe('what follows from an attempt', () => {
  test.each([
    ['sent', { outcome: 'sent', activity: 'a1' } as const, { kind: 'sent', activity: 'a1' }],
    ['blocked', { outcome: 'unreachable', reason: 'blocked' } as const, { kind: 'unreachable', reason: 'blocked' }],
    ['disabled', { outcome: 'disabled' } as const, { kind: 'stop' }],
    ['refused', { outcome: 'refused', status: 400 } as const, { kind: 'failed', reason: 'status-400' }],
    ['Retry-After is the least', { outcome: 'later', retryAfterMs: 7_000 } as const, { waitMs: 7_350 }],
    ['a passing fault', { outcome: 'later', retryAfterMs: null } as const, { waitMs: 3_000 }],
    ['no answer', { outcome: 'unknown' } as const, { kind: 'retry', waitMs: 3_000 }],
  ])('%s', (_, delivery, expected) => {
    expect(nextStep(delivery, 3, 0.5)).toMatchObject(expected);
  });

  test('waits grow and end at a minute', () => {
    const waits = [1, 2, 3, 20].map((attempts) => nextStep({ outcome: 'unknown' }, attempts, 1));
    expect(waits.map((step) => step.kind === 'retry' && step.waitMs)).toEqual([1_000, 2_000, 4_000, 60_000]);
  });
});
