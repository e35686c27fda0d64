import { jest } from '@jest/globals';
import { openLedger } from '../../src/programme/books/ledger.js';
import type { ProgrammeStore } from '../../src/programme/store.js';
import { erasingContract } from './ledger/erasing.js';
import { importingContract } from './ledger/importing.js';
import { readingContract } from './ledger/reading.js';
import { recordingContract } from './ledger/recording.js';
import { clock, type Shelf } from './ledger/setup.js';
import { troubleContract } from './ledger/trouble.js';
import type { StoreBed } from './programme-store.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(120_000);

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
    const books: Shelf = {
      get store() {
        return store;
      },
      open: (through = store) => openLedger(through, clock),
      reopen: async () => {
        await store.close();
        store = await bed.open();
        return openLedger(store, clock);
      },
      raw: () => bed.raw(),
    };
    importingContract(books);
    erasingContract(books);
    recordingContract(books);
    troubleContract(books);
    readingContract(books);
  });
}
