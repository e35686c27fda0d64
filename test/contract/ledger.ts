import { jest } from '@jest/globals';
import type { ProgrammeEvent } from '../../src/programme/events.js';
import type { Ledger } from '../../src/programme/ledger.js';
import { latestReport } from '../../src/programme/portfolio.js';
import type { StatusReport } from '../../src/programme/report.js';
import { StoreUnavailable, type Clock, type ProgrammeStore } from '../../src/programme/store.js';
import { openLedger } from '../../src/programme/books/ledger.js';
import { aProgramme, aProject, aReport } from '../builders.js';
import type { StoreBed } from './programme-store.js';
import { TroubledStore } from './troubled-store.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

const NOW = new Date('2026-05-21T08:00:00.000Z');
const LATER = new Date('2026-05-21T09:00:00.000Z');
const clock: Clock = { now: () => NOW };
const origin = { by: 'office-1', at: NOW.toISOString(), why: 'Stadtrat' };

let count = 0;
function submission(overrides: Partial<StatusReport> = {}): ProgrammeEvent {
  const report = aReport({ project: 'a', ...overrides });
  return {
    id: `event-${(count += 1)}`,
    type: 'report.submitted',
    at: report.submittedAt,
    by: 'ada',
    why: null,
    data: { report },
  };
}
const twoProjects = () => aProgramme({ projects: [aProject({ id: 'a' }), aProject({ id: 'b' })] });

/** The programme's books over a store: every test runs on what is really stored, and again on it when opened anew. */
export function ledgerContract(name: string, makeBed: () => Promise<StoreBed>): void {
  describe(`ledger over ${name}`, () => {
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
    /** Another replica, or the same one after a restart: knows only what is in the store. */
    const open = (through: ProgrammeStore = store): Promise<Ledger> => openLedger(through, clock);
    const reopen = async (): Promise<Ledger> => {
      await store.close();
      store = await bed.open();
      return open();
    };

    describe('importing a programme', () => {
      it('makes it the present one, with what changed in history', async () => {
        const ledger = await open();
        expect(ledger.portfolio()).toBeUndefined();
        const result = await ledger.importProgramme(twoProjects(), [], origin);
        expect(result.revision).toBe(1);
        expect(result.changes).toContainEqual(expect.objectContaining({ kind: 'added', noun: 'project', id: 'a' }));
        for (const each of [ledger, await reopen()]) {
          const portfolio = each.portfolio()!;
          expect(portfolio.programme).toEqual(twoProjects());
          expect([...portfolio.projects.keys()]).toEqual(['a', 'b']);
          expect(portfolio.revision).toBe(1);
          expect(portfolio.knownAt).toBe(NOW.toISOString());
          expect(portfolio.history).toEqual([
            expect.objectContaining({
              seq: 1,
              type: 'programme.imported',
              ...origin,
              data: { revision: 1, changes: result.changes },
            }),
          ]);
        }
      });
      it('writes nothing when nothing differs', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        const reports = [aReport({ project: 'a' })];
        await ledger.importProgramme(twoProjects(), reports, origin);
        troubled.calls.length = 0;
        const again = await ledger.importProgramme(twoProjects(), reports, origin);
        expect(again).toEqual({ revision: 1, changes: [], reports: [] });
        const restarted = await open(troubled);
        expect(await restarted.importProgramme(twoProjects(), reports, origin)).toEqual(again);
        expect(troubled.calls.filter(({ operation }) => !['get', 'list'].includes(operation))).toEqual([]);
        expect(ledger.portfolio()!.history).toHaveLength(2);
      });
      it('keeps reports and history when the file has changed, also of a project that is gone', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [aReport({ project: 'a' }), aReport({ project: 'b' })], origin);
        await ledger.record([submission({ project: 'b', week: '2026-W21' })], NOW);
        const changed = aProgramme({ projects: [aProject({ id: 'a', register: 'future' }), aProject({ id: 'c' })] });
        const result = await ledger.importProgramme(changed, [], origin);
        expect(result.revision).toBe(2);
        expect(result.changes).toEqual([
          expect.objectContaining({ kind: 'added', noun: 'project', id: 'c' }),
          expect.objectContaining({ kind: 'changed', id: 'a', field: 'register', from: 'running', to: 'future' }),
          expect.objectContaining({ kind: 'removed', noun: 'project', id: 'b' }),
        ]);
        const portfolio = (await reopen()).portfolio()!;
        expect(portfolio.programme).toEqual(changed);
        expect(portfolio.revision).toBe(2);
        expect(portfolio.reports.get('b')).toHaveLength(2);
        expect(portfolio.history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
      });
      it('adds the reports that are not known yet, oldest first, in the role of an import', async () => {
        const ledger = await open();
        const old = aReport({ id: 'file-1', project: 'a', week: '2026-W18' });
        const middle = aReport({ id: 'file-2', project: 'a', week: '2026-W19' });
        await ledger.importProgramme(twoProjects(), [middle], origin);
        const result = await ledger.importProgramme(
          twoProjects(),
          [aReport({ id: 'x', project: 'b' }), middle, old],
          origin,
        );
        expect(result.reports.map(({ id }) => id)).toEqual(['file-1', 'x']);
        const reports = (await reopen()).portfolio()!.reports;
        expect(reports.get('a')).toEqual([
          { ...middle, role: 'import' },
          { ...old, role: 'import' },
        ]);
      });
      it('knows a report again that was given here, under its id or as the same author’s of the same instant', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        const live = aReport({ id: 'live', project: 'a', by: 'ada', submittedAt: '2026-05-14T10:00:00.000Z' });
        await ledger.record([submission(live)], NOW);
        const withoutId = { ...live, id: 'import-123', submittedAt: '2026-05-14T12:00:00.000+02:00' };
        const another = { ...withoutId, id: 'import-456', by: 'grace' };
        const result = await ledger.importProgramme(
          twoProjects(),
          [{ ...live, by: null, summary: 'edited' }, withoutId, another],
          origin,
        );
        expect(result.reports.map(({ id }) => id)).toEqual(['import-456']);
      });
      it('by two at the same time ends with both in history and the later one present, its changes against the other', async () => {
        const [one, two] = [await open(), await open()];
        await one.importProgramme(twoProjects(), [], origin);
        const first = aProgramme({ projects: [aProject({ id: 'a', paused: true }), aProject({ id: 'b' })] });
        const second = aProgramme({ projects: [aProject({ id: 'a' }), aProject({ id: 'b', paused: true })] });
        const results = await Promise.all([
          one.importProgramme(first, [], origin),
          two.importProgramme(second, [], origin),
        ]);
        expect(results.map(({ revision }) => revision).sort()).toEqual([2, 3]);
        const [winner, loser] = results[0]!.revision === 3 ? [first, results[0]!] : [second, results[1]!];
        expect(loser.changes).toHaveLength(2);
        const portfolio = (await reopen()).portfolio()!;
        expect(portfolio.programme).toEqual(winner);
        expect(portfolio.revision).toBe(3);
      });
      it('of the same file by two at the same time happens once', async () => {
        const ledgers = await Promise.all([open(), open(), open()]);
        const reports = Array.from({ length: 20 }, (_, index) =>
          aReport({ id: `r${index}`, project: 'a', week: `2026-W${index + 10}` }),
        );
        const results = await Promise.all(
          ledgers.map((ledger) => ledger.importProgramme(twoProjects(), reports, origin)),
        );
        expect(results.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
        expect(results.flatMap((result) => result.reports)).toHaveLength(20);
        expect((await reopen()).portfolio()!.history).toHaveLength(21);
      });
      it('survives a crash at every step: nothing half-done shows, and the next attempt completes it', async () => {
        const writes = (step: number) => {
          const troubled = new TroubledStore(store);
          let left = step;
          troubled.before = (operation) => {
            if (operation === 'create' && (left -= 1) < 0) throw new StoreUnavailable('crashed');
          };
          return troubled;
        };
        const programme = aProgramme({
          projects: Array.from({ length: 120 }, (_, index) => aProject({ id: `p${index}` })),
        });
        const reports = Array.from({ length: 30 }, (_, index) =>
          aReport({ id: `r${index}`, project: 'p1', summary: 'x'.repeat(20_000), week: `2026-W${index + 10}` }),
        );
        let crashes = 0;
        for (; ; crashes += 1) {
          const ledger = await open(writes(crashes));
          const seen = ledger.portfolio();
          if (seen) expect(seen.programme).toEqual(programme);
          const result = await ledger.importProgramme(programme, reports, origin).catch((error: unknown) => error);
          if (!(result instanceof StoreUnavailable)) break;
        }
        expect(crashes).toBeGreaterThanOrEqual(4);
        const portfolio = (await reopen()).portfolio()!;
        expect(portfolio.revision).toBe(1);
        expect(portfolio.reports.get('p1')).toHaveLength(30);
        expect(portfolio.history.filter(({ type }) => type === 'programme.imported')).toHaveLength(1);
      });
      it('holds texts far beyond the size of one document', async () => {
        const chapter = { id: 'c1', title: { de: 'Groß' }, text: { de: '👩‍👩‍👧‍👦 „Straße“ \\ \n'.repeat(40_000) } };
        const programme = aProgramme({ concept: [chapter], projects: [aProject({ id: 'a' })] });
        const ledger = await open();
        await ledger.importProgramme(programme, [], origin);
        await ledger.importProgramme({ ...programme, concept: [{ ...chapter, text: { de: 'kurz' } }] }, [], origin);
        const [first, second] = (await reopen()).portfolio()!.history;
        expect(second!.data).toMatchObject({ changes: [{ field: 'text', from: chapter.text, to: { de: 'kurz' } }] });
        expect(first!.data).toMatchObject({ revision: 1 });
      });
    });

    describe('recording', () => {
      it('shows in the portfolio at once, and is there after a restart', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        const event = submission({ project: 'a', health: 'red', week: '2026-W21' });
        expect(await ledger.record([event], LATER)).toEqual([{ ...event, seq: 2 }]);
        for (const each of [ledger, await reopen()]) {
          expect(latestReport(each.portfolio()!, 'a')?.health).toBe('red');
        }
        expect(ledger.portfolio()!.knownAt).toBe(LATER.toISOString());
      });
      it('leaves portfolios that were handed out before as they were', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        const before = ledger.portfolio()!;
        await ledger.record([submission({ project: 'a', decision: { text: 'Weiter?', by: null } })], LATER);
        await ledger.importProgramme(aProgramme(), [], origin);
        expect(before.history).toHaveLength(1);
        expect(before.reports.get('a')).toBeUndefined();
        expect(before.decisions.size).toBe(0);
        expect(before.projects.size).toBe(2);
        expect(before.knownAt).toBe(NOW.toISOString());
      });
      it('is done once for an id, in one call, in two, and by two replicas', async () => {
        const [one, two] = [await open(), await open()];
        const event = submission();
        const [first] = await one.record([event, event], NOW);
        expect(await one.record([event], NOW)).toEqual([first]);
        expect(await two.record([event], NOW)).toEqual([first]);
        const third = await open();
        await third.importProgramme(twoProjects(), [], origin);
        expect(third.portfolio()!.history.filter(({ type }) => type === 'report.submitted')).toHaveLength(1);
      });
      it('works before any programme has been imported', async () => {
        const ledger = await open();
        await ledger.record([submission({ id: 'early', project: 'a' })], NOW);
        expect(ledger.portfolio()).toBeUndefined();
        await ledger.importProgramme(twoProjects(), [], origin);
        expect(latestReport(ledger.portfolio()!, 'a')?.id).toBe('early');
      });
      it('keeps what was recorded, not what the caller made of the object later', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        const event = submission({ project: 'a', summary: 'gesagt' });
        await ledger.record([event], NOW);
        if (event.type === 'report.submitted') event.data.report.summary = 'verdreht';
        expect(latestReport(ledger.portfolio()!, 'a')?.summary).toBe('gesagt');
      });
      it('gives one order without gaps or losses to many writers on many replicas', async () => {
        const ledgers = await Promise.all([open(), open(), open()]);
        await ledgers[0]!.importProgramme(twoProjects(), [], origin);
        const events = Array.from({ length: 150 }, (_, index) => submission({ id: `many-${index}`, project: 'b' }));
        const recorded = await Promise.all(events.map((event, index) => ledgers[index % 3]!.record([event], NOW)));
        expect(recorded.map(([one]) => one!.id)).toEqual(events.map(({ id }) => id));
        for (const ledger of ledgers) await ledger.refresh(NOW);
        const histories = [...ledgers, await reopen()].map((ledger) => ledger.portfolio()!.history);
        expect(histories[0]!.map(({ seq }) => seq)).toEqual(Array.from({ length: 151 }, (_, index) => index + 1));
        for (const { id, seq } of recorded.map(([one]) => one!)) expect(histories[0]![seq - 1]!.id).toBe(id);
        for (const history of histories) expect(history).toEqual(histories[0]);
        expect(new Set(histories[0]!.map(({ id }) => id)).size).toBe(151);
      });
      it('goes on across the edges of documents and of partitions', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        const small = (number: number): ProgrammeEvent => ({
          ...submission({ id: `bulk-${number}`, project: `p${number % 500}` }),
          id: `bulk-${number}`,
        });
        const batch = (from: number, to: number): ProgrammeEvent[] =>
          Array.from({ length: to - from }, (_, index) => small(from + index));
        await ledger.record(batch(0, 9_990), NOW);
        for (let number = 9_990; number < 10_010; number += 1) await ledger.record([small(number)], NOW);
        await ledger.record(batch(10_010, 10_050), NOW);
        const other = await reopen();
        expect(other.portfolio()!.history).toHaveLength(10_051);
        expect(other.portfolio()!.history.at(-1)).toMatchObject({ id: 'bulk-10049', seq: 10_051 });
        expect((await store.list('log-000001')).length).toBeGreaterThan(5);
      }, 120_000);
    });

    describe('when the store is in trouble', () => {
      it('answers from memory and says how old that is; refuses to record; and is fresh again afterwards', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        await ledger.importProgramme(twoProjects(), [], origin);
        troubled.trouble = 'down';
        const event = submission({ project: 'a' });
        await expect(ledger.record([event], LATER)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(ledger.refresh(LATER)).rejects.toBeInstanceOf(StoreUnavailable);
        await expect(ledger.importProgramme(aProgramme(), [], origin)).rejects.toBeInstanceOf(StoreUnavailable);
        expect(ledger.portfolio()!.knownAt).toBe(NOW.toISOString());
        expect(ledger.portfolio()!.projects.size).toBe(2);
        await expect(open(troubled)).rejects.toBeInstanceOf(StoreUnavailable);

        troubled.trouble = 'none';
        await ledger.refresh(LATER);
        expect(ledger.portfolio()!.knownAt).toBe(LATER.toISOString());
        await ledger.record([event], LATER);
        expect(ledger.portfolio()!.reports.get('a')).toHaveLength(1);
      });
      it('recognises its own event when the answer got lost and the caller tries again', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        await ledger.importProgramme(twoProjects(), [], origin);
        troubled.trouble = 'answerLost';
        const [event, next] = [submission({ project: 'a' }), submission({ project: 'b' })];
        await expect(ledger.record([event], NOW)).rejects.toBeInstanceOf(StoreUnavailable);
        troubled.trouble = 'none';
        expect(await ledger.record([event, next], NOW)).toEqual([
          { ...event, seq: 2 },
          { ...next, seq: 3 },
        ]);
        expect((await reopen()).portfolio()!.history).toHaveLength(3);
      });
      it('an import whose answer got lost is done, and adds nothing when tried again', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        let parts = 0;
        troubled.before = (operation, partition) => {
          if (operation !== 'create') return;
          if (partition.startsWith('log')) troubled.trouble = 'answerLost';
          else parts += 1;
        };
        const reports = [aReport({ project: 'a' })];
        await expect(ledger.importProgramme(twoProjects(), reports, origin)).rejects.toBeInstanceOf(StoreUnavailable);
        expect(parts).toBeGreaterThan(0);
        const again = await (await open()).importProgramme(twoProjects(), reports, origin);
        expect(again).toEqual({ revision: 1, changes: [], reports: [] });
      });
      it('of several who record together, none is told of success that was not, nor of failure that was success', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        await ledger.importProgramme(twoProjects(), [], origin);
        let answers = 0;
        troubled.before = (operation) => {
          if (operation === 'create' && (answers += 1) === 2) throw new StoreUnavailable('just now');
        };
        const outcomes = await Promise.allSettled(
          // Large enough that they do not fit into one document.
          Array.from({ length: 10 }, () => ledger.record([submission({ summary: 'x'.repeat(60_000) })], NOW)),
        );
        const kept = (await reopen()).portfolio()!.history.length - 1;
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept);
        expect(kept).toBeGreaterThan(0);
        expect(kept).toBeLessThan(10);
      });
    });

    describe('refreshing', () => {
      it('shows what another replica has recorded and imported', async () => {
        const [one, two] = [await open(), await open()];
        await one.importProgramme(twoProjects(), [], origin);
        await one.record([submission({ project: 'a' })], NOW);
        expect(two.portfolio()).toBeUndefined();
        await two.refresh(LATER);
        expect(two.portfolio()).toMatchObject({ revision: 1, knownAt: LATER.toISOString() });
        expect(two.portfolio()!.reports.get('a')).toHaveLength(1);
        await one.importProgramme(aProgramme({ projects: [aProject({ id: 'z' })] }), [], origin);
        await two.refresh(LATER);
        expect([...two.portfolio()!.projects.keys()]).toEqual(['z']);
      });
      it('costs one point read, and keeps the portfolio the same object, while there is nothing new', async () => {
        const troubled = new TroubledStore(store);
        const ledger = await open(troubled);
        await ledger.importProgramme(twoProjects(), [], origin);
        const before = ledger.portfolio()!;
        troubled.calls.length = 0;
        await ledger.refresh(LATER);
        expect(troubled.calls.map(({ operation }) => operation)).toEqual(['get']);
        expect(ledger.portfolio()).toBe(before);
        expect(before.knownAt).toBe(LATER.toISOString());
      });
      it('after recording reads nothing twice', async () => {
        const ledger = await open();
        await ledger.importProgramme(twoProjects(), [], origin);
        await Promise.all([
          ledger.record([submission({ project: 'a' })], NOW),
          ledger.refresh(NOW),
          ledger.record([submission({ project: 'a' })], NOW),
          ledger.refresh(NOW),
        ]);
        expect(ledger.portfolio()!.history.map(({ seq }) => seq)).toEqual([1, 2, 3]);
        expect(ledger.portfolio()!.reports.get('a')).toHaveLength(2);
      });
    });

    it('asks the store nothing for a portfolio', async () => {
      const troubled = new TroubledStore(store);
      const ledger = await open(troubled);
      await ledger.importProgramme(twoProjects(), [], origin);
      troubled.calls.length = 0;
      for (let index = 0; index < 1_000; index += 1) ledger.portfolio();
      expect(troubled.calls).toEqual([]);
    });
  });
}
