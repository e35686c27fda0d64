import type { Change, ProgrammeEvent } from '../events.js';

/** Whether an id is that of somebody who wants to be forgotten. */
export type Forgotten = (id: string | null) => boolean;

/**
 * An event as it stays when somebody was forgotten: what they did, as done in their role; what a file said of them, not at
 * all. The same object where it does not name them. History in memory and in the store are treated by this alone, so that
 * whoever reads either learns the same.
 */
export function unnamed<E extends ProgrammeEvent>(event: E, forgotten: Forgotten): E {
  const data = unnamedData(event, forgotten);
  const by = forgotten(event.by) ? null : event.by;
  return data === event.data && by === event.by ? event : { ...event, by, data };
}

function unnamedData(event: ProgrammeEvent, forgotten: Forgotten): ProgrammeEvent['data'] {
  switch (event.type) {
    case 'report.submitted': {
      const { report } = event.data;
      return forgotten(report.by) ? { report: { ...report, by: null } } : event.data;
    }
    case 'absence.entered': {
      const { person, substitute } = event.data;
      const [away, there] = [forgotten(person), forgotten(substitute)];
      if (!away && !there) return event.data;
      return { ...event.data, person: away ? '' : person, substitute: there ? null : substitute };
    }
    case 'reminders.snoozed':
      return forgotten(event.data.person) ? { ...event.data, person: '' } : event.data;
    case 'programme.imported': {
      const { changes: before, count = before.length } = event.data;
      const changes = unnamedChanges(before, forgotten);
      return changes === before ? event.data : { ...event.data, changes, count };
    }
    default:
      return event.data;
  }
}

/** An import's changes without those that tell of somebody, and without them among deputies; the same list where none does. */
export function unnamedChanges(changes: Change[], forgotten: Forgotten): Change[] {
  const left = changes.flatMap((change) => unnamedChange(change, forgotten) ?? []);
  return left.length === changes.length && left.every((change, index) => change === changes[index]) ? changes : left;
}

function unnamedChange(change: Change, forgotten: Forgotten): Change | null {
  if (change.noun === 'person') return forgotten(change.id) ? null : change;
  if (change.field === 'lead.person')
    return isOne(change.from, forgotten) || isOne(change.to, forgotten) ? null : change;
  if (change.field !== 'lead.deputies') return change;
  const [from, to] = [without(change.from, forgotten), without(change.to, forgotten)];
  if (from === change.from && to === change.to) return change;
  return JSON.stringify(from) === JSON.stringify(to) ? null : { ...change, from, to };
}

function isOne(value: unknown, forgotten: Forgotten): boolean {
  return typeof value === 'string' && forgotten(value);
}

function without(list: unknown, forgotten: Forgotten): unknown {
  if (!Array.isArray(list) || !list.some((id) => isOne(id, forgotten))) return list;
  return list.filter((id) => !isOne(id, forgotten));
}
