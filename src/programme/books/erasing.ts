import type { Change, ProgrammeEvent } from '../events.js';
import { finished, meant, type Farewell } from '../farewell.js';
import { kindOf, storeKey } from '../store-key.js';
import { StoreUnavailable, type ProgrammeStore } from '../store.js';
import type { EventLog } from './event-log.js';
import type { Parts } from './parts.js';
import { unnamed, unnamedChanges, type Forgotten } from './unnamed.js';

/** A `person.forgotten` whose person the store may still name, and where it stands in history. */
export interface PendingFarewell {
  seq: number;
  page: number;
  farewell: Farewell;
}

/** Kinds of documents that tell by their key whom they are about: what was sent, did not arrive, was begun or ordered. */
const ABOUT_PEOPLE = ['outbox', 'unreachable', 'drafts', 'digest-subscriptions'];

/**
 * Takes somebody out of what is stored: of history up to their farewell, of what its imports changed, and, where the
 * programme does not list them any more, removes what was sent to them, begun or ordered. Every step is a conditional write
 * and may be done twice; the farewell names them until `finish`, so that whoever comes after a crash goes on.
 */
export class Erasing {
  constructor(
    private readonly store: ProgrammeStore,
    private readonly log: EventLog,
    private readonly parts: Parts,
  ) {}

  async erase({ seq, farewell }: PendingFarewell, isListed: boolean): Promise<void> {
    const forgotten = meant(farewell);
    const apart = new Set<string>();
    await this.log.rewrite(1, seq, (entry, place) => {
      if (place >= seq) return entry;
      for (const id of entry.changes ?? []) apart.add(id);
      const event = unnamed(entry.event, forgotten);
      return event === entry.event ? entry : { ...entry, event };
    });
    await this.parts.rewrite([...apart], (line) => withoutPerson(line, forgotten));
    if (!isListed) await this.removeAbout(farewell.person);
  }

  /** The last step: the farewell itself names nobody any more. Returns it as it stands then. */
  async finish({ seq, page }: PendingFarewell): Promise<ProgrammeEvent> {
    await this.log.rewrite(page, page, (entry, place) => {
      const { event } = entry;
      if (place !== seq || event.type !== 'person.forgotten' || isFinished(event)) return entry;
      // Early versions named the event by the person.
      const id = event.id.includes(event.data.person) ? `forgotten-${seq}` : event.id;
      return { ...entry, event: { ...event, id, data: finished(event.data) } };
    });
    const stored = await this.log.entryAt(page, seq);
    if (!stored) throw new StoreUnavailable('history cannot be read whole');
    return stored.event;
  }

  private async removeAbout(person: string): Promise<void> {
    const own = storeKey(person);
    const partitions = (await this.store.partitions()).filter((partition) => ABOUT_PEOPLE.includes(kindOf(partition)));
    for (const partition of partitions) {
      for (const { id, value } of await this.store.list<{ key?: string } | null>(partition)) {
        const key = typeof value?.key === 'string' ? value.key : id;
        const isAbout =
          key.endsWith(`:${person}`) || id === storeKey(`person:${person}`) || id === own || id.startsWith(`${own}~`);
        if (isAbout) await this.store.remove(partition, id);
      }
    }
  }
}

/** Whether a farewell says no longer who it is for. */
export function isFinished(event: ProgrammeEvent): boolean {
  return event.type === 'person.forgotten' && event.data.person === '';
}

/** A line of an import's changes; what is none (the piece of a text too long for one part) stays. */
function withoutPerson(line: string, forgotten: Forgotten): string | null {
  const change = parsed(line);
  if (!change) return line;
  const [left] = unnamedChanges([change], forgotten);
  if (!left) return null;
  return left === change ? line : JSON.stringify(left);
}

function parsed(line: string): Change | null {
  try {
    const value = JSON.parse(line) as Change | null;
    return value && typeof value === 'object' && 'noun' in value ? value : null;
  } catch {
    return null;
  }
}
