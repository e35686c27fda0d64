import { aProgramme, aProject } from '../../builders.js';
import { TroubledStore } from '../troubled-store.js';
import { LATER, NOW, origin, submission, twoProjects, type Shelf } from './setup.js';

export function readingContract(books: Shelf): void {
  describe('refreshing', () => {
    it('shows what another replica has recorded and imported', async () => {
      const [one, two] = [await books.open(), await books.open()];
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
      const troubled = new TroubledStore(books.store);
      const ledger = await books.open(troubled);
      await ledger.importProgramme(twoProjects(), [], origin);
      const before = ledger.portfolio()!;
      troubled.calls.length = 0;
      await ledger.refresh(LATER);
      expect(troubled.calls.map(({ operation }) => operation)).toEqual(['get']);
      expect(ledger.portfolio()).toBe(before);
      expect(before.knownAt).toBe(LATER.toISOString());
    });
    it('after recording reads nothing twice', async () => {
      const ledger = await books.open();
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
    const troubled = new TroubledStore(books.store);
    const ledger = await books.open(troubled);
    await ledger.importProgramme(twoProjects(), [], origin);
    troubled.calls.length = 0;
    for (let index = 0; index < 1_000; index += 1) ledger.portfolio();
    expect(troubled.calls).toEqual([]);
  });
}
