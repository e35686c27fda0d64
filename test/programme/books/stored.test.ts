import { EventLog, type Entry } from '../../../src/programme/books/event-log.js';
import { Parts } from '../../../src/programme/books/parts.js';
import { StoreConflict, type ProgrammeStore } from '../../../src/programme/store.js';
import { sqliteBed } from '../../store/sqlite/bed.js';

let store: ProgrammeStore;
let dispose: () => Promise<void>;
beforeEach(async () => {
  const bed = await sqliteBed();
  store = await bed.open();
  dispose = async () => {
    await store.close();
    await bed.dispose();
  };
});
afterEach(() => dispose());

const entry = (id: string, conversation = 'c'): Entry => ({
  event: {
    id,
    type: 'digest.posted',
    at: '2026-05-21T08:00:00.000Z',
    by: null,
    why: null,
    data: { week: '2026-W21', conversation },
  },
});

describe('the event log', () => {
  it('appends as much as fits into one document, and at least one entry', async () => {
    const log = new EventLog(store);
    const large = [1, 2, 3].map((number) => entry(`e${number}`, 'x'.repeat(110_000)));
    expect(await log.append(1, large)).toBe(2);
    expect(await log.append(3, [entry('huge', 'x'.repeat(600_000)), entry('next')])).toBe(1);
    expect((await log.readFrom(1)).map(({ seq, event }) => [seq, event.id])).toEqual([
      [1, 'e1'],
      [2, 'e2'],
      [3, 'huge'],
    ]);
    await expect(log.append(3, [entry('late')])).rejects.toBeInstanceOf(StoreConflict);
  });
  it('reads from anywhere, and not beyond a gap, which can only be a document that does not show yet', async () => {
    const log = new EventLog(store);
    for (const seq of [1, 2, 3, 5]) await log.append(seq, [entry(`e${seq}`)]);
    expect((await log.readFrom(2)).map(({ seq }) => seq)).toEqual([2, 3]);
    expect(await log.readFrom(4)).toEqual([]);
    await log.append(4, [entry('e4')]);
    expect((await log.readFrom(4)).map(({ event }) => event.id)).toEqual(['e4', 'e5']);
    expect(await log.has(5)).toBe(true);
    expect(await log.has(6)).toBe(false);
  });
});

describe('parts', () => {
  const texts = async () => (await store.list<{ text: string }>('parts')).map(({ value }) => value.text);

  it.each<[string, string[]]>([
    ['nothing', []],
    ['empty lines', ['', '', '']],
    ['many short lines', Array.from({ length: 1_234 }, (_, index) => `line ${index}`)],
    ['lines that are each longer than a part', ['a'.repeat(600_000), 'b'.repeat(250_000), '', 'c'.repeat(249_999)]],
    [
      'emoji at every place where a cut may fall',
      ['👩‍👩‍👧‍👦'.repeat(60_000), `x${'🙂'.repeat(300_000)}`, `xy${'🙂'.repeat(300_000)}`],
    ],
  ])('give back %s', async (_what, lines) => {
    const parts = new Parts(store);
    const ids = await parts.save(lines);
    expect(await new Parts(store).load(ids)).toEqual(lines);
    for (const text of await texts()) {
      expect(text.length).toBeLessThanOrEqual(250_000);
      // Half a character would not survive every store.
      expect(encodeURI(text)).toBeTruthy();
    }
  });
  it('get names of their own each time, so that nobody can come to need them again once they are replaced', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `line ${index}`);
    const [first, second] = [await new Parts(store).save(lines), await new Parts(store).save(lines)];
    expect(new Set([...first, ...second]).size).toBe(6);
    expect(await texts()).toHaveLength(6);
  });
  it('are swept at once when they are replaced, after a day when nothing refers to them, and never while something does', async () => {
    const parts = new Parts(store);
    const [used, replaced, unknown] = [
      await parts.save(['used']),
      await parts.save(['old']),
      await parts.save(['new']),
    ];
    const sweep = (at: string, known = new Set(used)) => parts.sweep(known, new Set(replaced), new Date(at));
    await sweep('2026-05-21T08:00:00Z');
    expect((await texts()).sort()).toEqual(['new\n', 'used\n']);
    await sweep('2026-05-22T07:59:00Z');
    expect(await parts.load(unknown)).toEqual(['new']);
    // An import that took its time has come into history by now.
    await sweep('2026-05-23T08:00:00Z', new Set([...used, ...unknown]));
    expect(await parts.load(unknown)).toEqual(['new']);
    await sweep('2026-05-23T08:00:00Z');
    expect(await texts()).toEqual(['used\n']);
  });
  it('change line by line where they stand, however long other lines are', async () => {
    const lines = ['a', 'x'.repeat(600_000), 'b', ...Array.from({ length: 60 }, (_, index) => `c${index}`)];
    const parts = new Parts(store);
    const ids = await parts.save(lines);
    await parts.rewrite(ids, (line) => (line === 'b' ? null : line.replace('c59', 'changed')));
    expect(await new Parts(store).load(ids)).toEqual([
      ...lines.filter((line) => line !== 'b' && line !== 'c59'),
      'changed',
    ]);
  });
  it('that are missing are named', async () => {
    const [id = ''] = await new Parts(store).save(['a']);
    await store.remove('parts', id);
    await expect(new Parts(store).load([id])).rejects.toThrow(id);
  });
});
