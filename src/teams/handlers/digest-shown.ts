import { z } from 'zod/v4';
import type { Digest } from '../../digest/digest.js';
import { composeCurrent, keptEdition, previousDigest, previousMonthly } from '../../digest/edition.js';
import { personalDigest, slimmed } from '../../digest/personal.js';
import { releaseOf } from '../../digest/release.js';
import { SCOPES, type Scope } from '../../digest/scope.js';
import { digestWeek } from '../../digest/week.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';

const optional = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);
const shape = z.object({
  week: optional(z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/)),
  scopes: optional(z.array(z.object({ kind: z.enum(SCOPES), id: z.string().min(1).max(200) })).max(50)),
  at: optional(z.iso.datetime({ offset: true })),
  monthly: optional(z.boolean()),
  page: optional(z.number().int().min(0).max(100_000)),
});

/** Which digest a card shows, by its own data; nothing in it is trusted beyond choosing what to show. */
export interface Shown {
  week: string;
  at: Date;
  /** What a personal digest is about; empty: the whole programme. */
  scopes: readonly Scope[];
  /** Whether a personal one tells of a month. */
  monthly: boolean;
}

export function readShown(data: Record<string, unknown>, now: Date): Shown | null {
  const { week, at, scopes, monthly } = shape.parse(data);
  if (!week || !at) return null;
  const instant = new Date(at);
  return { week, at: instant > now ? now : instant, scopes: scopes ?? [], monthly: monthly ?? false };
}

/** The week of a card's data, or null. */
export function readWeek(data: Record<string, unknown>): string | null {
  return shape.parse(data).week ?? null;
}

export function readPage(data: Record<string, unknown>): number | null {
  return shape.parse(data).page ?? null;
}

/** The digest a card shows: the kept one where it went out with this instant, else composed as it was then. */
export async function digestShown(
  { store, schedule }: Services,
  turn: Turn,
  { week, at, scopes, monthly }: Shown,
): Promise<Digest> {
  if (scopes.length > 0) {
    const previous = monthly ? previousMonthly(turn.portfolio, week, schedule) : previousDigest(turn.portfolio, week);
    return personalDigest(slimmed(turn.portfolio), scopes, { week, at: at.toISOString(), previous }, schedule);
  }
  const kept = await keptEdition(store, week);
  if (kept && Date.parse(kept.at) === at.getTime()) return kept;
  return composeCurrent(turn.portfolio, week, at, schedule);
}

/** The office's note on a digest that went out; a digest composed in between has none. */
export async function noteOf({ store }: Services, { week, at }: Digest): Promise<string> {
  const kept = await keptEdition(store, week);
  return kept?.at === at ? (await releaseOf(store, week)).note : '';
}

/** The digest of the week that has ended, as of now. */
export function currentDigest({ schedule }: Services, { portfolio, now }: Turn): Digest {
  return composeCurrent(portfolio, digestWeek(now, schedule, portfolio.programme), now, schedule);
}
