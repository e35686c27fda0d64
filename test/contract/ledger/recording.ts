import { latestReport } from '../../../src/programme/portfolio.js';
import type { ProgrammeEvent } from '../../../src/programme/events.js';
import { aProgramme } from '../../builders.js';
import { LATER, NOW, origin, submission, twoProjects, type Shelf } from './setup.js';

export function recordingContract(books: Shelf): void {
  describe('recording', () => {
    it('shows in the portfolio at once, and is there after a restart', async () => {
      const ledger = await books.open();
      await ledger.importProgramme(twoProjects(), [], origin);
      const event = submission({ project: 'a', health: 'red', week: '2026-W21' });
      expect(await ledger.record([event], LATER)).toEqual([{ ...event, seq: 2 }]);
      for (const each of [ledger, await books.reopen()]) {
        expect(latestReport(each.portfolio()!, 'a')?.health).toBe('red');
      }
      expect(ledger.portfolio()!.knownAt).toBe(LATER.toISOString());
    });
    it('leaves portfolios that were handed out before as they were', async () => {
      const ledger = await books.open();
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
      const [one, two] = [await books.open(), await books.open()];
      const event = submission();
      const [first] = await one.record([event, event], NOW);
      expect(await one.record([event], NOW)).toEqual([first]);
      expect(await two.record([event], NOW)).toEqual([first]);
      const third = await books.open();
      await third.importProgramme(twoProjects(), [], origin);
      expect(third.portfolio()!.history.filter(({ type }) => type === 'report.submitted')).toHaveLength(1);
    });
    it('works before any programme has been imported', async () => {
      const ledger = await books.open();
      await ledger.record([submission({ id: 'early', project: 'a' })], NOW);
      expect(ledger.portfolio()).toBeUndefined();
      await ledger.importProgramme(twoProjects(), [], origin);
      expect(latestReport(ledger.portfolio()!, 'a')?.id).toBe('early');
    });
    it('keeps what was recorded, not what the caller made of the object later', async () => {
      const ledger = await books.open();
      await ledger.importProgramme(twoProjects(), [], origin);
      const event = submission({ project: 'a', summary: 'gesagt' });
      await ledger.record([event], NOW);
      if (event.type === 'report.submitted') event.data.report.summary = 'verdreht';
      expect(latestReport(ledger.portfolio()!, 'a')?.summary).toBe('gesagt');
    });
    it('gives one order without gaps or losses to many writers on many replicas', async () => {
      const ledgers = await Promise.all([books.open(), books.open(), books.open()]);
      await ledgers[0]!.importProgramme(twoProjects(), [], origin);
      const events = Array.from({ length: 150 }, (_, index) => submission({ id: `many-${index}`, project: 'b' }));
      const recorded = await Promise.all(events.map((event, index) => ledgers[index % 3]!.record([event], NOW)));
      expect(recorded.map(([one]) => one!.id)).toEqual(events.map(({ id }) => id));
      for (const ledger of ledgers) await ledger.refresh(NOW);
      const histories = [...ledgers, await books.reopen()].map((ledger) => ledger.portfolio()!.history);
      expect(histories[0]!.map(({ seq }) => seq)).toEqual(Array.from({ length: 151 }, (_, index) => index + 1));
      for (const { id, seq } of recorded.map(([one]) => one!)) expect(histories[0]![seq - 1]!.id).toBe(id);
      for (const history of histories) expect(history).toEqual(histories[0]);
      expect(new Set(histories[0]!.map(({ id }) => id)).size).toBe(151);
    });
    it('goes on across the edges of documents and of partitions', async () => {
      const ledger = await books.open();
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
      const other = await books.reopen();
      expect(other.portfolio()!.history).toHaveLength(10_051);
      expect(other.portfolio()!.history.at(-1)).toMatchObject({ id: 'bulk-10049', seq: 10_051 });
      expect((await books.store.list('log-000001')).length).toBeGreaterThan(5);
    }, 120_000);
  });
}
