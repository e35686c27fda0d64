import { openLedger } from '../../src/programme/books/ledger.js';
import type { Programme } from '../../src/programme/programme.js';
import { openCosmosStore } from '../../src/store/cosmos/open.js';
import { aPerson, aProgramme, aProject } from '../builders.js';
import { KEY } from '../store/cosmos/endpoint.js';

export const DATABASE = 'soak';
/** A Thursday, after the moment of the requests. */
export const BEGIN = new Date('2026-05-21T08:00:00Z');

/** People who report, and as many who are only asked, each with a project of their own. */
export function soakTown(reporters: number): { programme: Programme; reporting: string[]; silent: string[] } {
  const ids = (kind: string) => Array.from({ length: reporters }, (_, index) => `${kind}${index + 1}`);
  const [reporting, silent] = [ids('r'), ids('s')];
  const everybody = [...reporting, ...silent];
  const people = everybody.map((id) => aPerson({ id, aadObjectId: `aad-${id}` }));
  const projects = everybody.map((id) => aProject({ id: `p-${id}`, lead: { person: id } }));
  return { programme: aProgramme({ people, projects }), reporting, silent };
}

/** The store itself, without the bad line. */
export function openQuietly(endpoint: string) {
  return openCosmosStore({ endpoint, key: KEY, database: DATABASE });
}

export async function foundTown(endpoint: string, programme: Programme): Promise<void> {
  const store = await openQuietly(endpoint);
  const ledger = await openLedger(store, { now: () => BEGIN });
  await ledger.importProgramme(programme, [], { by: null, at: BEGIN.toISOString(), why: null });
  await store.close();
}
