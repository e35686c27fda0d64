import { jest } from '@jest/globals';
import { StoreConflict, StoreUnavailable, type ProgrammeStore } from '../../../src/programme/store.js';
import { startCosmos, type Endpoint } from './endpoint.js';
import type { Fate, Kind } from './line.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

let cosmos: Endpoint;
let store: ProgrammeStore;
beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());
beforeEach(async () => {
  store = await cosmos.bed({ patience: { attemptMs: 5_000, totalMs: 30_000 } }).open();
});
afterEach(async () => {
  cosmos.line.fate = () => 'pass';
  await store.close();
});

/** Lets the next calls of a kind go wrong, one fate each, and counts the calls of that kind from now on. */
function arrange(kind: Kind, ...fates: Fate[]): () => number {
  const { line } = cosmos;
  line.calls.length = 0;
  line.fate = (call) => (call.kind === kind ? (fates.shift() ?? 'pass') : 'pass');
  return () => line.calls.filter((call) => call.kind === kind).length;
}
const throttled: Fate = { status: 429, headers: { 'x-ms-retry-after-ms': '20' } };
const passing: [string, Fate][] = [
  ['429', throttled],
  ['503', { status: 503 }],
  ['408', { status: 408 }],
  ['449', { status: 449 }],
  ['410', { status: 410 }],
  ['500', { status: 500 }],
  ['a region being switched', { status: 403, headers: { 'x-ms-substatus': '3' } }],
  ['a broken connection', 'cut'],
];

describe.each(passing)('%s, twice', (_name, fate) => {
  it('does not hinder a create', async () => {
    const calls = arrange('create', fate, fate);
    const version = await store.create('p', 'id', 1);
    expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 1, version });
    expect(calls()).toBe(3);
  });
  it('does not hinder a replace', async () => {
    const first = await store.create('p', 'id', 1);
    const calls = arrange('replace', fate, fate);
    const version = await store.replace('p', 'id', 2, first);
    expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 2, version });
    expect(calls()).toBe(3);
  });
  it('does not hinder removing', async () => {
    await store.create('p', 'id', 1);
    arrange('delete', fate, fate);
    await store.remove('p', 'id');
    expect(await store.get('p', 'id')).toBeUndefined();
  });
  it('does not hinder reading', async () => {
    await store.create('p', 'id', 1);
    arrange('pointRead', fate, fate);
    expect((await store.get('p', 'id'))?.value).toBe(1);
    arrange('query', fate, fate);
    expect(await store.list('p')).toHaveLength(1);
  });
});

describe('a write whose answer got lost', () => {
  const lost: [string, Fate][] = [
    ['with the connection', { lost: null }],
    ['behind a 408', { lost: 408 }],
    ['behind a 503', { lost: 503 }],
  ];
  it.each(lost)('%s, is found to have created', async (_how, fate) => {
    arrange('create', fate);
    const version = await store.create('p', 'id', 'mine');
    expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 'mine', version });
  });
  it.each(lost)('%s, is found to have replaced', async (_how, fate) => {
    const first = await store.create('p', 'id', 'old');
    arrange('replace', fate, fate);
    const version = await store.replace('p', 'id', 'mine', first);
    expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 'mine', version });
  });
  it.each(lost)('%s, has removed', async (_how, fate) => {
    const version = await store.create('p', 'id', 1);
    arrange('delete', fate);
    await store.remove('p', 'id', version);
    expect(await store.get('p', 'id')).toBeUndefined();
  });
  it('is not mistaken for somebody else’s with the same content', async () => {
    await store.create('p', 'id', 'same');
    arrange('create', 'cut');
    await expect(store.create('p', 'id', 'same')).rejects.toBeInstanceOf(StoreConflict);
    arrange('replace', { status: 408 });
    await expect(store.replace('p', 'id', 'same', '"stale"')).rejects.toBeInstanceOf(StoreConflict);
  });
});

describe('a conflict', () => {
  it('costs no second look when nothing went wrong', async () => {
    await store.create('p', 'id', 1);
    const reads = arrange('pointRead');
    await expect(store.create('p', 'id', 2)).rejects.toBeInstanceOf(StoreConflict);
    expect(reads()).toBe(0);
  });
});

describe('a line that stays bad', () => {
  const patience = { attemptMs: 400, totalMs: 1_200 };
  const forever = (fate: Fate): void => {
    cosmos.line.fate = () => fate;
  };
  beforeEach(async () => {
    await store.close();
    store = await cosmos.bed({ patience }).open();
  });

  it.each<[string, Fate]>([
    ['silence', 'silent'],
    ['503', { status: 503 }],
    ['429', throttled],
    ['broken connections', 'cut'],
    ['answers that are no JSON', { status: 200, text: '<html>Bad gateway</html>' }],
    ['answers that are empty', { status: 502, text: '' }],
  ])('(%s) makes every operation give up within its patience', async (_name, fate) => {
    forever(fate);
    const start = performance.now();
    const operations = [
      store.get('p', 'id'),
      store.create('p', 'id', 1),
      store.replace('p', 'id', 1, '"v"'),
      store.remove('p', 'id'),
      store.list('p'),
      store.ping(),
    ];
    for (const outcome of await Promise.allSettled(operations)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
    }
    // Not to the instant: the library may finish a pause of its own first.
    expect(performance.now() - start).toBeLessThan(10 * patience.totalMs);
  });
  it('is not waited for when the service wants to be left alone for longer than that', async () => {
    forever({ status: 429, headers: { 'x-ms-retry-after-ms': '60000' } });
    cosmos.line.calls.length = 0;
    await expect(store.create('p', 'id', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(cosmos.line.calls).toHaveLength(1);
  });
  it('is told from access that was taken away, which is no use to try again', async () => {
    for (const status of [401, 403]) {
      forever({ status });
      cosmos.line.calls.length = 0;
      await expect(store.create('p', 'id', 1)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(cosmos.line.calls).toHaveLength(1);
    }
  });
  it('is told from a request that is wrong, which is our bug', async () => {
    forever({ status: 400 });
    const failure = await store.create('p', 'id', 1).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(StoreUnavailable);
    expect(failure).toMatchObject({ code: 400 });
  });
  it('is forgotten once it is good again', async () => {
    forever('silent');
    await expect(store.create('p', 'id', 1)).rejects.toBeInstanceOf(StoreUnavailable);
    forever('pass');
    await store.create('p', 'other', 1);
    await store.ping();
  });
});

it('is not used after closing', async () => {
  await store.close();
  await expect(store.get('p', 'id')).rejects.toBeInstanceOf(StoreUnavailable);
  await expect(store.create('p', 'id', 1)).rejects.toBeInstanceOf(StoreUnavailable);
});
