import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { FIELDS, type Typed } from '../../reporting/fields.js';
import type { Sending } from '../../reporting/sending.js';

const id = z.string().min(1).max(200);
/** A wrong value counts as none: what a button may do is decided by the store, not by its data. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);

const shape = z.object({
  form: optional(id),
  project: optional(id),
  projects: optional(z.array(id).max(50)),
  seen: optional(z.number().int().min(0)),
  week: optional(z.string().regex(/^\d{4}-W\d{2}$/)),
  corrects: optional(id),
  report: optional(id),
  sure: optional(z.boolean()),
  page: optional(z.number().int().min(0).max(1000)),
  purpose: optional(z.enum(['mine', 'choose', 'noneDue'])),
  replace: optional(z.boolean()),
  stop: optional(z.boolean()),
});

/** A status button's data, with the inputs of the card around it. Nothing in it is trusted. */
export interface StatusData {
  form: string;
  project: string | null;
  /** The projects of a card with several; null on a card for one, whose inputs have plain names. */
  projects: string[] | null;
  seen: number | null;
  week: string | null;
  corrects: string | null;
  report: string | null;
  sure: boolean;
  page: number;
  purpose: 'mine' | 'choose' | 'noneDue' | null;
  /** The pressed card is one of our own that makes room for the next. */
  replace: boolean;
  stop: boolean;
  /** What was filled in for one project. */
  sending(project: string): Sending;
}

/** Reads a pressed button. Without a form's id (a card put together by hand) one is made up. */
export function readStatusData(data: Record<string, unknown>): StatusData {
  const read = shape.parse(data);
  const common = {
    form: read.form ?? randomUUID(),
    seen: read.seen ?? null,
    week: read.week ?? null,
    corrects: read.corrects ?? null,
  };
  return {
    ...common,
    project: read.project ?? null,
    projects: read.projects ?? null,
    report: read.report ?? null,
    sure: read.sure ?? false,
    page: read.page ?? 0,
    purpose: read.purpose ?? null,
    replace: read.replace ?? false,
    stop: read.stop ?? false,
    sending: (project) => {
      const suffix = read.projects ? `:${project}` : '';
      return { ...common, project, typed: typedIn(data, suffix), milestones: milestonesIn(data, suffix) };
    },
  };
}

function typedIn(data: Record<string, unknown>, suffix: string): Typed {
  // Own fields only: an input called like something every object has is none.
  const value = (name: string): unknown => (Object.hasOwn(data, name) ? data[name] : undefined);
  return Object.fromEntries(FIELDS.map((field) => [field, value(`${field}${suffix}`)]));
}

function milestonesIn(data: Record<string, unknown>, suffix: string): Sending['milestones'] {
  const found = new Map<string, { done: unknown; due: unknown }>();
  for (const [name, value] of Object.entries(data)) {
    const [, key, part, rest] = /^milestone-([0-9a-f]{8})-(done|due)(.*)$/s.exec(name) ?? [];
    if (!key || !part || rest !== suffix) continue;
    found.set(key, { done: undefined, due: undefined, ...found.get(key), [part]: value });
  }
  return found;
}
