import { SharedList } from '../../../src/programme/books/shared-list.js';
import { SharedMap } from '../../../src/programme/books/shared-map.js';

describe('a shared map', () => {
  it('behaves like a map that is copied for every change, for a thousand random changes', () => {
    let shared = SharedMap.of<string, number | undefined>([['start', 0]]);
    let plain = new Map<string, number | undefined>([['start', 0]]);
    const versions: [SharedMap<string, number | undefined>, Map<string, number | undefined>][] = [];
    for (let step = 0; step < 1_000; step += 1) {
      const key = `k${(step * 7919) % 311}`;
      const value = step % 13 === 0 ? undefined : step;
      shared = shared.with(key, value);
      plain = new Map(plain).set(key, value);
      if (step % 50 === 0) versions.push([shared, plain]);
    }
    for (const [mine, expected] of [...versions, [shared, plain] as const]) {
      expect(mine.size).toBe(expected.size);
      expect([...mine]).toEqual([...expected]);
      expect([...mine.keys()]).toEqual([...expected.keys()]);
      expect([...mine.values()]).toEqual([...expected.values()]);
      const visited: unknown[] = [];
      mine.forEach((value, key) => visited.push([key, value]));
      expect(visited).toEqual([...expected]);
      for (let number = 0; number < 320; number += 1) {
        expect(mine.has(`k${number}`)).toBe(expected.has(`k${number}`));
        expect(mine.get(`k${number}`)).toBe(expected.get(`k${number}`));
      }
    }
  });

  it('is right in every version when versions are read and branched from in any order', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const versions: { mine: SharedMap<number, number>; expected: Map<number, number> }[] = [
      { mine: SharedMap.of(), expected: new Map() },
    ];
    for (let step = 0; step < 2_000; step += 1) {
      // Mostly the newest, sometimes any.
      const from = versions[random(5) === 0 ? random(versions.length) : versions.length - 1]!;
      if (random(3) === 0) expect([...from.mine]).toEqual([...from.expected]);
      const key = random(40);
      expect([from.mine.has(key), from.mine.get(key)]).toEqual([from.expected.has(key), from.expected.get(key)]);
      versions.push({ mine: from.mine.with(key, step), expected: new Map(from.expected).set(key, step) });
    }
    for (const { mine, expected } of versions) {
      expect(mine.size).toBe(expected.size);
      expect([...mine]).toEqual([...expected]);
    }
  });
  it('may be changed while somebody iterates', () => {
    const map = SharedMap.of([
      ['a', 1],
      ['b', 2],
    ]);
    const seen: unknown[] = [];
    for (const entry of map) {
      map.with('b', 3).with('c', 4);
      seen.push(entry);
    }
    expect(seen).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });
});

describe('a shared list', () => {
  it('grows without its earlier versions seeing it, also when two grow from one', () => {
    const base = SharedList.of(['a']);
    const one = base.with('b');
    const two = base.with('c');
    const three = one.with('d');
    expect([base, one, two, three].map((list) => list.toArray())).toEqual([
      ['a'],
      ['a', 'b'],
      ['a', 'c'],
      ['a', 'b', 'd'],
    ]);
    expect(three.length).toBe(3);
    expect(three.toArray()).toBe(three.toArray());
  });
});
