import type { Change, Recorded } from '../programme/events.js';
import { changedMilestones } from '../programme/books/milestones.js';
import type { Milestone } from '../programme/programme.js';
import type { Text } from '../programme/text.js';

/** How one field of a project moved within a span: the first and the last of its values, and why. */
export interface Edit {
  from: unknown;
  to: unknown;
  why: string;
  /** The instant of the last move, ISO 8601. */
  at: string;
}

/** What was done to one project within a span. */
export interface Edits {
  added: { why: string } | null;
  fields: Map<string, Edit>;
}
export interface ProgrammeEdits {
  projects: Map<string, Edits>;
  /** Projects that left the programme, with the name they had. */
  removed: { project: string; title: Text; why: string }[];
}

/** The few events that tell how projects were changed, out of all history; `editsSince` and its like need no others. */
export function programmeEvents(history: readonly Recorded[]): Recorded[] {
  return history.filter(({ type }) => type === 'programme.imported' || type === 'reporting.arranged');
}

/** What imports and people in chat changed in a span, by project. The first import of a programme is no change: everything was new then. */
export function editsSince(history: readonly Recorded[], since: Date, at: Date): ProgrammeEdits {
  const projects = new Map<string, Edits>();
  const removed = new Map<string, { project: string; title: Text; why: string }>();
  for (const { change, why, at: when } of projectChanges(history, since, at)) {
    const edits = projects.get(change.id) ?? { added: null, fields: new Map<string, Edit>() };
    if (change.kind === 'removed') {
      if (!edits.added) removed.set(change.id, { project: change.id, title: titleOf(change.from), why });
      projects.delete(change.id);
      continue;
    }
    projects.set(change.id, edits);
    if (change.kind === 'added') {
      if (!removed.delete(change.id)) edits.added = { why };
    } else if (change.field) {
      const earlier = edits.fields.get(change.field);
      edits.fields.set(change.field, { from: earlier ? earlier.from : change.from, to: change.to, why, at: when });
    }
  }
  return { projects, removed: [...removed.values()] };
}

/** Every time an import changed a project's milestones in the file, oldest first, by project. */
export function milestoneEdits(history: readonly Recorded[]): Map<string, MilestoneEdit[]> {
  const edits = new Map<string, MilestoneEdit[]>();
  for (const { change, why, at } of projectChanges(history, new Date(0), new Date(8.64e15))) {
    if (change.kind !== 'changed' || change.field !== 'milestones') continue;
    const list = edits.get(change.id) ?? [];
    list.push({
      at: Date.parse(at),
      before: (change.from ?? []) as Milestone[],
      titles: changedMilestones(change),
      why,
    });
    edits.set(change.id, list);
  }
  return edits;
}
export interface MilestoneEdit {
  /** Milliseconds. */
  at: number;
  before: Milestone[];
  /** Of those that were added, ticked or moved, in every language. */
  titles: string[];
  why: string;
}

interface ProjectChange {
  change: Change;
  why: string;
  at: string;
}

function projectChanges(history: readonly Recorded[], since: Date, at: Date): ProjectChange[] {
  const found: ProjectChange[] = [];
  for (const event of history) {
    if (event.type === 'reporting.arranged' && within(event.at, since, at)) {
      for (const change of changesIn(event.data)) found.push({ change, why: event.why ?? '', at: event.at });
    }
    if (event.type !== 'programme.imported' || !within(event.at, since, at)) continue;
    if (event.data.changes.some(({ kind, noun }) => kind === 'added' && noun === 'programme')) continue;
    for (const change of event.data.changes) {
      if (change.noun === 'project') found.push({ change, why: event.why ?? '', at: event.at });
    }
  }
  return found;
}

/** What was said about asking a project, as the changes of fields it comes to. */
function changesIn({ project: id, from, to }: Extract<Recorded, { type: 'reporting.arranged' }>['data']): Change[] {
  return (['cadence', 'paused'] as const)
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ kind: 'changed', noun: 'project', id, field, from: from[field], to: to[field] }));
}

/** A test whether something had happened by an instant; of ISO 8601 in UTC with milliseconds, as stored, by mere comparison. */
export function knownBy(at: Date): (instant: string) => boolean {
  const [time, text] = [at.getTime(), at.toISOString()];
  return (instant) =>
    instant.length === text.length && instant.at(-1) === 'Z' ? instant <= text : Date.parse(instant) <= time;
}

/** After `since`, up to and including `at`. */
export function within(instant: string, since: Date, at: Date): boolean {
  const time = Date.parse(instant);
  return time > since.getTime() && time <= at.getTime();
}

function titleOf(value: unknown): Text {
  if (typeof value === 'string') return { de: value };
  return value && typeof value === 'object' ? (value as Text) : {};
}
