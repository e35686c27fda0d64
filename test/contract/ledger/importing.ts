import { StoreUnavailable } from '../../../src/programme/store.js';
import { aProgramme, aProject, aReport } from '../../builders.js';
import { TroubledStore } from '../troubled-store.js';
import { NOW, origin, submission, twoProjects, type Shelf } from './setup.js';

export function importingContract(books: Shelf): void {
  describe('importing a programme', () => {
    it('makes it the present one, with what changed in history', async () => {
      const ledger = await books.open();
      expect(ledger.portfolio()).toBeUndefined();
      const result = await ledger.importProgramme(twoProjects(), [], origin);
      expect(result.revision).toBe(1);
      expect(result.changes).toContainEqual(expect.objectContaining({ kind: 'added', noun: 'project', id: 'a' }));
      for (const each of [ledger, await books.reopen()]) {
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
            data: { revision: 1, changes: result.changes, count: result.changes.length },
          }),
        ]);
      }
    });
    it('writes nothing when nothing differs', async () => {
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      const reports = [aReport({ project: 'a' })];
      await ledger.importProgramme(twoProjects(), reports, origin);
      troubled.calls.length = 0;
      const again = await ledger.importProgramme(twoProjects(), reports, origin);
      expect(again).toEqual({ revision: 1, changes: [], reports: [] });
      const restarted = await books.open(troubled);
      expect(await restarted.importProgramme(twoProjects(), reports, origin)).toEqual(again);
      expect(troubled.calls.filter(({ operation }) => !['get', 'list'].includes(operation))).toEqual([]);
      expect(ledger.portfolio()!.history).toHaveLength(2);
    });
    it('keeps reports and history when the file has changed, also of a project that is gone', async () => {
      const ledger = await books.open();
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
      const portfolio = (await books.reopen()).portfolio()!;
      expect(portfolio.programme).toEqual(changed);
      expect(portfolio.revision).toBe(2);
      expect(portfolio.reports.get('b')).toHaveLength(2);
      expect(portfolio.history.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    });
    it('adds the reports that are not known yet, oldest first, in the role of an import', async () => {
      const ledger = await books.open();
      const old = aReport({ id: 'file-1', project: 'a', week: '2026-W18' });
      const middle = aReport({ id: 'file-2', project: 'a', week: '2026-W19' });
      await ledger.importProgramme(twoProjects(), [middle], origin);
      const result = await ledger.importProgramme(
        twoProjects(),
        [aReport({ id: 'x', project: 'b' }), middle, old],
        origin,
      );
      expect(result.reports.map(({ id }) => id)).toEqual(['file-1', 'x']);
      const reports = (await books.reopen()).portfolio()!.reports;
      expect(reports.get('a')).toEqual([
        { ...middle, role: 'import' },
        { ...old, role: 'import' },
      ]);
    });
    it('knows a report again that was given here, under its id or as the same author’s of the same instant', async () => {
      const ledger = await books.open();
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
      const [one, two] = [await books.open(), await books.open()];
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
      const portfolio = (await books.reopen()).portfolio()!;
      expect(portfolio.programme).toEqual(winner);
      expect(portfolio.revision).toBe(3);
    });
    it('of the same file by two at the same time happens once', async () => {
      const ledgers = await Promise.all([books.open(), books.open(), books.open()]);
      const reports = Array.from({ length: 20 }, (_, index) =>
        aReport({ id: `r${index}`, project: 'a', week: `2026-W${index + 10}` }),
      );
      const results = await Promise.all(
        ledgers.map((ledger) => ledger.importProgramme(twoProjects(), reports, origin)),
      );
      expect(results.filter(({ changes }) => changes.length > 0)).toHaveLength(1);
      expect(results.flatMap((result) => result.reports)).toHaveLength(20);
      expect((await books.reopen()).portfolio()!.history).toHaveLength(21);
    });
    it('survives a crash at every step: nothing half-done shows, and the next attempt completes it', async () => {
      const writes = (step: number) => {
        const troubled = new TroubledStore(books.store);
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
        const ledger = await books.open(writes(crashes));
        const seen = ledger.portfolio();
        if (seen) expect(seen.programme).toEqual(programme);
        const result = await ledger.importProgramme(programme, reports, origin).catch((error: unknown) => error);
        if (!(result instanceof StoreUnavailable)) break;
      }
      expect(crashes).toBeGreaterThanOrEqual(4);
      const portfolio = (await books.reopen()).portfolio()!;
      expect(portfolio.revision).toBe(1);
      expect(portfolio.reports.get('p1')).toHaveLength(30);
      expect(portfolio.history.filter(({ type }) => type === 'programme.imported')).toHaveLength(1);
    });
    it('holds texts far beyond the size of one document', async () => {
      const chapter = { id: 'c1', title: { de: 'Groß' }, text: { de: '👩‍👩‍👧‍👦 „Straße“ \\ \n'.repeat(40_000) } };
      const programme = aProgramme({ concept: [chapter], projects: [aProject({ id: 'a' })] });
      const ledger = await books.open();
      await ledger.importProgramme(programme, [], origin);
      await ledger.importProgramme({ ...programme, concept: [{ ...chapter, text: { de: 'kurz' } }] }, [], origin);
      const [first, second] = (await books.reopen()).portfolio()!.history;
      expect(second!.data).toMatchObject({ changes: [{ field: 'text', from: chapter.text, to: { de: 'kurz' } }] });
      expect(first!.data).toMatchObject({ revision: 1 });
    });
  });
}
