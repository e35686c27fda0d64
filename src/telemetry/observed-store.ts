import type { ProgrammeStore, Stored } from '../programme/store.js';
import type { Telemetry } from '../programme/telemetry.js';

/** The store, each of whose operations is a step. Partitions and ids are left out: persons' ids are among them. */
export function observedStore(store: ProgrammeStore, telemetry: Telemetry): ProgrammeStore {
  const step = <T>(operation: string, work: () => Promise<T>): Promise<T> =>
    telemetry.step('store', { operation }, work);
  return {
    get: <T>(partition: string, id: string): Promise<Stored<T> | undefined> =>
      step('get', () => store.get<T>(partition, id)),
    create: (partition, id, value, hint) => step('create', () => store.create(partition, id, value, hint)),
    replace: (partition, id, value, version, hint) =>
      step('replace', () => store.replace(partition, id, value, version, hint)),
    remove: (partition, id, version) => step('remove', () => store.remove(partition, id, version)),
    list: <T>(partition: string, options?: { after?: string; limit?: number }): Promise<Stored<T>[]> =>
      step('list', () => store.list<T>(partition, options)),
    partitions: () => step('partitions', () => store.partitions()),
    scrub: () => step('scrub', () => store.scrub()),
    ping: () => step('ping', () => store.ping()),
    close: () => store.close(),
  };
}
