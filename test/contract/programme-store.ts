import { jest } from '@jest/globals';
import { StoreConflict, type ProgrammeStore } from '../../src/programme/store.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

/** A place where one store's data lives for one test: opened, closed and opened again, thrown away at the end. */
export interface StoreBed {
  open(): Promise<ProgrammeStore>;
  /** All that lies on the medium, read without the store and while it may be open. */
  raw(): Promise<string>;
  dispose(): Promise<void>;
}

/** What every implementation of the store's port must do, whatever is behind it. */
export function programmeStoreContract(name: string, makeBed: () => Promise<StoreBed>): void {
  describe(`programme store: ${name}`, () => {
    let bed: StoreBed;
    let store: ProgrammeStore;
    beforeEach(async () => {
      bed = await makeBed();
      store = await bed.open();
    });
    afterEach(async () => {
      await store.close();
      await bed.dispose();
    });

    describe('a document', () => {
      it('comes back as it was created, with the version that create told', async () => {
        const version = await store.create('people', 'a', { name: 'Ada', tags: ['x', null], nested: { n: 1.5 } });
        expect(await store.get('people', 'a')).toEqual({
          id: 'a',
          version,
          value: { name: 'Ada', tags: ['x', null], nested: { n: 1.5 } },
        });
      });
      it('is undefined while it does not exist', async () => {
        expect(await store.get('people', 'nobody')).toBeUndefined();
      });
      it('belongs to its partition: the same id elsewhere is another document', async () => {
        await store.create('one', 'id', 1);
        await store.create('two', 'id', 2);
        await store.remove('one', 'id');
        expect(await store.get('one', 'id')).toBeUndefined();
        expect((await store.get('two', 'id'))?.value).toBe(2);
        expect(await store.list('one')).toEqual([]);
      });
      it.each<[string, unknown]>([
        ['a string', 'plain'],
        ['an empty string', ''],
        ['a number', -0.25],
        ['null', null],
        ['false', false],
        ['a list', [1, [2], {}]],
        ['an empty object', {}],
        [
          'an object with fields named like a database’s own',
          { id: 'x', _etag: 'y', partition: 'z', value: 1, ttl: 1 },
        ],
      ])('may be %s', async (_what, value) => {
        await store.create('values', 'v', value);
        expect((await store.get('values', 'v'))?.value).toEqual(value);
        expect((await store.list('values'))[0]?.value).toEqual(value);
      });
      it('keeps every character: umlauts, emoji, other scripts, quotes, control characters, line ends', async () => {
        const value = {
          'schlüssel "ß"': 'Bürgerämter – 👩‍👩‍👧‍👦 ͏ العربية 漢字 \\ \' " \u0000\u0001\u2028\r\n\t ${x} %00 <b>',
        };
        await store.create('values', 'text', value);
        expect((await store.get('values', 'text'))?.value).toEqual(value);
      });
      it('may hold 500 KB', async () => {
        const value = { text: 'Größe✓ '.repeat(50_000), list: Array.from({ length: 1000 }, (_, index) => index) };
        expect(Buffer.byteLength(JSON.stringify(value))).toBeGreaterThan(500_000);
        const version = await store.create('values', 'large', value);
        expect(await store.get('values', 'large')).toEqual({ id: 'large', version, value });
        const next = await store.replace('values', 'large', { ...value, more: true }, version);
        expect(await store.list('values')).toEqual([{ id: 'large', version: next, value: { ...value, more: true } }]);
      });
      it('refuses what has no JSON instead of losing it', async () => {
        await expect(store.create('values', 'v', undefined)).rejects.toThrow(TypeError);
        await expect(store.create('values', 'v', () => 1)).rejects.toThrow(TypeError);
        expect(await store.get('values', 'v')).toBeUndefined();
      });
    });

    describe('create', () => {
      it('conflicts when the id exists and leaves the document as it was', async () => {
        const version = await store.create('p', 'id', 'first');
        const conflict = await store.create('p', 'id', 'second').catch((error: unknown) => error);
        expect(conflict).toBeInstanceOf(StoreConflict);
        expect(conflict).toMatchObject({ partition: 'p', id: 'id' });
        expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 'first', version });
      });
      it('lets exactly one of many at the same time win', async () => {
        const outcomes = await Promise.allSettled(
          Array.from({ length: 50 }, (_, index) => store.create('p', 'id', { index })),
        );
        const winners = outcomes.flatMap((outcome, index) => (outcome.status === 'fulfilled' ? [index] : []));
        expect(winners).toHaveLength(1);
        expect((await store.get('p', 'id'))?.value).toEqual({ index: winners[0] });
        for (const outcome of outcomes) {
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreConflict);
        }
      });
    });

    describe('replace', () => {
      it('overwrites the version it names and gives a new one', async () => {
        const first = await store.create('p', 'id', 1);
        const second = await store.replace('p', 'id', 2, first);
        expect(second).not.toBe(first);
        expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 2, version: second });
      });
      it('gives a new version even when the value is the same', async () => {
        const first = await store.create('p', 'id', 1);
        await store.replace('p', 'id', 1, first);
        await expect(store.replace('p', 'id', 2, first)).rejects.toBeInstanceOf(StoreConflict);
      });
      it('conflicts on a stale version and changes nothing', async () => {
        const first = await store.create('p', 'id', 1);
        const second = await store.replace('p', 'id', 2, first);
        await expect(store.replace('p', 'id', 3, first)).rejects.toBeInstanceOf(StoreConflict);
        expect(await store.get('p', 'id')).toEqual({ id: 'id', value: 2, version: second });
      });
      it('conflicts on a document that is gone, that never was, or that was made anew', async () => {
        const version = await store.create('p', 'id', 1);
        await store.remove('p', 'id');
        await expect(store.replace('p', 'id', 2, version)).rejects.toBeInstanceOf(StoreConflict);
        await expect(store.replace('p', 'never', 2, version)).rejects.toBeInstanceOf(StoreConflict);
        expect(await store.get('p', 'id')).toBeUndefined();
        await store.create('p', 'id', 1);
        await expect(store.replace('p', 'id', 2, version)).rejects.toBeInstanceOf(StoreConflict);
      });
      it('loses none of 200 concurrent changes when a conflict is tried again', async () => {
        await store.create('p', 'counter', { count: 0, seen: [] as number[] });
        const increment = async (index: number): Promise<void> => {
          for (;;) {
            const { value, version } = (await store.get<{ count: number; seen: number[] }>('p', 'counter'))!;
            const next = { count: value.count + 1, seen: [...value.seen, index] };
            try {
              await store.replace('p', 'counter', next, version);
              return;
            } catch (error) {
              if (!(error instanceof StoreConflict)) throw error;
            }
          }
        };
        const queue = Array.from({ length: 200 }, (_, index) => index);
        const worker = async (): Promise<void> => {
          for (let index = queue.shift(); index !== undefined; index = queue.shift()) await increment(index);
        };
        await Promise.all(Array.from({ length: 5 }, worker));
        const { value } = (await store.get<{ count: number; seen: number[] }>('p', 'counter'))!;
        expect(value.count).toBe(200);
        expect(new Set(value.seen).size).toBe(200);
      });
    });

    describe('remove', () => {
      it('removes, and is content when there is nothing to remove', async () => {
        await store.create('p', 'id', 1);
        await store.remove('p', 'id');
        await store.remove('p', 'id');
        await store.remove('p', 'id', 'some-version');
        expect(await store.get('p', 'id')).toBeUndefined();
      });
      it('with a version removes that one only', async () => {
        const first = await store.create('p', 'id', 1);
        const second = await store.replace('p', 'id', 2, first);
        await expect(store.remove('p', 'id', first)).rejects.toBeInstanceOf(StoreConflict);
        expect((await store.get('p', 'id'))?.value).toBe(2);
        await store.remove('p', 'id', second);
        expect(await store.get('p', 'id')).toBeUndefined();
      });
      it('frees the id for a new document', async () => {
        await store.create('p', 'id', 1);
        await store.remove('p', 'id');
        await store.create('p', 'id', 2);
        expect((await store.get('p', 'id'))?.value).toBe(2);
      });
    });

    describe('list', () => {
      const ids = ['a', 'B', 'a-1', 'a0', 'Z', '10', '9', 'a.b', '~', 'A', '_', 'aa', '!'];
      const inOrder = ['!', '10', '9', 'A', 'B', 'Z', '_', 'a', 'a-1', 'a.b', 'a0', 'aa', '~'];

      it('is in code-unit order of ids, whatever the order of writing', async () => {
        for (const id of ids) await store.create('p', id, { id });
        const listed = await store.list<{ id: string }>('p');
        expect(listed.map((document) => document.id)).toEqual(inOrder);
        expect(listed.map((document) => document.value.id)).toEqual(inOrder);
        for (const document of listed) expect(await store.get('p', document.id)).toEqual(document);
      });
      it('starts after an id, which need not exist', async () => {
        for (const id of ids) await store.create('p', id, 0);
        const after = async (id: string): Promise<string[]> =>
          (await store.list('p', { after: id })).map((document) => document.id);
        expect(await after('a')).toEqual(['a-1', 'a.b', 'a0', 'aa', '~']);
        expect(await after('Zzz')).toEqual(['_', 'a', 'a-1', 'a.b', 'a0', 'aa', '~']);
        expect(await after('~')).toEqual([]);
      });
      it('gives at most as many as asked for, and pages through all without gap or repetition', async () => {
        for (const id of ids) await store.create('p', id, 0);
        for (const limit of [1, 4, 5, 13, 100]) {
          const paged: string[] = [];
          for (;;) {
            const page = await store.list('p', { limit, ...(paged.length > 0 && { after: paged.at(-1)! }) });
            expect(page.length).toBeLessThanOrEqual(limit);
            paged.push(...page.map((document) => document.id));
            if (page.length < limit) break;
          }
          expect(paged).toEqual(inOrder);
        }
      });
      it('gives every document of a partition of many, in order', async () => {
        const many = Array.from({ length: 450 }, (_, index) => String((index * 7919) % 450).padStart(6, '0'));
        for (let from = 0; from < many.length; from += 50) {
          await Promise.all(many.slice(from, from + 50).map((id) => store.create('many', id, { id })));
        }
        expect((await store.list('many')).map((document) => document.id)).toEqual([...many].sort());
        expect(await store.list('many', { limit: 301 })).toHaveLength(301);
      });
      it('is empty for a partition nobody wrote to', async () => {
        expect(await store.list('nowhere')).toEqual([]);
      });
    });

    describe('partitions', () => {
      it('are those that hold something, each once and in code-unit order', async () => {
        expect(await store.partitions()).toEqual([]);
        const names = ['b', 'a', 'B', 'log-000001', 'log-000000', "o'clock", 'with blank', '~'];
        for (const name of names) for (const id of ['1', '2', '3']) await store.create(name, id, { name });
        for (const id of ['1', '2', '3']) await store.remove('b', id);
        expect(await store.partitions()).toEqual(names.filter((name) => name !== 'b').sort());
      });
      it('are all named, however many documents there are', async () => {
        const many = Array.from({ length: 620 }, (_, index) => index);
        // So few at once that a busy machine answers them all in time.
        for (let from = 0; from < many.length; from += 20) {
          await Promise.all(
            many.slice(from, from + 20).map((index) => store.create(`p-${index % 7}`, `${index}`, index)),
          );
        }
        expect(await store.partitions()).toEqual(['p-0', 'p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6']);
      });
    });

    describe('keys', () => {
      const odd = [
        'with blank',
        'a:b;c,d',
        '%20',
        '%2F',
        '..a',
        '.well-known',
        "o'clock",
        '"quoted"',
        '@user',
        '19:abc@thread.tacv2',
        '[x]{y}|z',
        '$top=1&x',
        'a+b',
        '*',
        'null',
        'x'.repeat(200),
      ];
      it.each(odd)('%j is kept apart, as an id and as a partition', async (key) => {
        const version = await store.create(key, key, { key });
        expect(await store.get(key, key)).toEqual({ id: key, value: { key }, version });
        const next = await store.replace(key, key, { key, changed: true }, version);
        expect(await store.list(key)).toEqual([{ id: key, value: { key, changed: true }, version: next }]);
        await store.remove(key, key, next);
        expect(await store.get(key, key)).toBeUndefined();
      });
      it('do not get mixed up with one another', async () => {
        for (const id of odd) await store.create('odd', id, id);
        for (const id of odd) expect((await store.get('odd', id))?.value).toBe(id);
        expect((await store.list('odd')).map((document) => document.id)).toEqual([...odd].sort());
      });
      it.each(['', ' ', '.', '..', ' a', 'a ', 'a/b', 'a\\b', 'a?b', 'a#b', 'ä', 'a\nb', '\u0000', 'x'.repeat(201)])(
        '%j is refused as a bug of the caller',
        async (key) => {
          await expect(store.create('p', key, 1)).rejects.toThrow(RangeError);
          await expect(store.create(key, 'id', 1)).rejects.toThrow(RangeError);
          await expect(store.get('p', key)).rejects.toThrow(RangeError);
          await expect(store.list(key)).rejects.toThrow(RangeError);
          await expect(store.remove('p', key)).rejects.toThrow(RangeError);
          await expect(store.replace('p', key, 1, 'v')).rejects.toThrow(RangeError);
        },
      );
    });

    describe('opened again', () => {
      it('has kept all, versions included', async () => {
        const version = await store.create('p', 'kept', { text: 'Straße' });
        const other = await store.replace('p', 'changed', 2, await store.create('p', 'changed', 1));
        await store.create('p', 'removed', 1);
        await store.remove('p', 'removed');
        await store.close();
        store = await bed.open();
        expect(await store.list('p')).toEqual([
          { id: 'changed', value: 2, version: other },
          { id: 'kept', value: { text: 'Straße' }, version },
        ]);
        await store.replace('p', 'kept', { text: 'neu' }, version);
      });
      it('answers a ping', async () => {
        await expect(store.ping()).resolves.toBeUndefined();
      });
      it('may be closed twice', async () => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      });
    });
  });
}
