import type { OutboxEntry } from '../../src/jobs/outbox-entry.js';
import type { ProgrammeStore } from '../../src/programme/store.js';

/** Watches the book of what was sent, past the bad line. */
export class OutboxWatch {
  /** Keys that were being handed to the platform when a replica was killed: only these may arrive twice (docs/delivery.md). */
  readonly inTheWindow = new Set<string>();

  constructor(private readonly store: ProgrammeStore) {}

  async afterKill(): Promise<void> {
    for (const { key, state } of await this.entries()) if (state === 'sending') this.inTheWindow.add(key);
  }

  async entries(): Promise<OutboxEntry[]> {
    const partitions = (await this.store.partitions()).filter((name) => name.startsWith('outbox-'));
    const lists = await Promise.all(partitions.map((partition) => this.store.list<OutboxEntry>(partition)));
    return lists.flat().map(({ value }) => value);
  }
}
