import { StoreUnavailable } from '../../../src/programme/store.js';
import { aProgramme, aReport } from '../../builders.js';
import { TroubledStore } from '../troubled-store.js';
import { LATER, NOW, origin, submission, twoProjects, type Shelf } from './setup.js';

export function troubleContract(books: Shelf): void {
  describe('when the store is in trouble', () => {
    it('answers from memory and says how old that is; refuses to record; and is fresh again afterwards', async () => {
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      await ledger.importProgramme(twoProjects(), [], origin);
      troubled.trouble = 'down';
      const event = submission({ project: 'a' });
      await expect(ledger.record([event], LATER)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(ledger.refresh(LATER)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(ledger.importProgramme(aProgramme(), [], origin)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(ledger.portfolio()!.knownAt).toBe(NOW.toISOString());
      expect(ledger.portfolio()!.projects.size).toBe(2);
      await expect(books.open(troubled)).rejects.toBeInstanceOf(StoreUnavailable);

      troubled.trouble = 'none';
      await ledger.refresh(LATER);
      expect(ledger.portfolio()!.knownAt).toBe(LATER.toISOString());
      await ledger.record([event], LATER);
      expect(ledger.portfolio()!.reports.get('a')).toHaveLength(1);
    });
    it('recognises its own event when the answer got lost and the caller tries again', async () => {
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      await ledger.importProgramme(twoProjects(), [], origin);
      troubled.trouble = 'answerLost';
      const [event, next] = [submission({ project: 'a' }), submission({ project: 'b' })];
      await expect(ledger.record([event], NOW)).rejects.toBeInstanceOf(StoreUnavailable);
      troubled.trouble = 'none';
      expect(await ledger.record([event, next], NOW)).toEqual([
        { ...event, seq: 2 },
        { ...next, seq: 3 },
      ]);
      expect((await books.reopen()).portfolio()!.history).toHaveLength(3);
    });
    it('an import whose answer got lost is done, and adds nothing when tried again', async () => {
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      let parts = 0;
      troubled.before = (operation, partition) => {
        if (operation !== 'create') return;
        if (partition.startsWith('log')) troubled.trouble = 'answerLost';
        else parts += 1;
      };
      const reports = [aReport({ project: 'a' })];
      await expect(ledger.importProgramme(twoProjects(), reports, origin)).rejects.toBeInstanceOf(StoreUnavailable);
      expect(parts).toBeGreaterThan(0);
      const again = await (await books.open()).importProgramme(twoProjects(), reports, origin);
      expect(again).toEqual({ revision: 1, changes: [], reports: [] });
    });
    it('of several who record together, none is told of success that was not, nor of failure that was success', async () => {
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      await ledger.importProgramme(twoProjects(), [], origin);
      let answers = 0;
      troubled.before = (operation) => {
        if (operation === 'create' && (answers += 1) === 2) throw new StoreUnavailable('just now');
      };
      const outcomes = await Promise.allSettled(
        // Large enough that they do not fit into one document.
        Array.from({ length: 10 }, () => ledger.record([submission({ summary: 'x'.repeat(60_000) })], NOW)),
      );
      const kept = (await books.reopen()).portfolio()!.history.length - 1;
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(kept);
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(10);
    });
  });
}
