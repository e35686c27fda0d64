import { previewCard } from '../../cards/digest/preview-card.js';
import { composeCurrent, keptEdition } from '../../digest/edition.js';
import { changeRelease, LONGEST_NOTE, releaseEvents, releaseOf, type Release } from '../../digest/release.js';
import { digestInstant, digestWeek } from '../../digest/week.js';
import { t } from '../../locales/index.js';
import { mayRelease } from '../../programme/policies/digest.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { updateWeek } from './decisions-posts.js';
import { readWeek } from './digest-shown.js';
import { keepTyped } from './keep-typed.js';

/** The programme office lets the digest go, holds it, or adds a paragraph to it; a note on a posted one corrects the post. */
export function releaseRoutes(services: Services): Route[] {
  const route = (verb: string, change: (turn: Turn) => Partial<Release>): Route => ({
    name: verb,
    matches: ({ action }) => action?.verb === verb,
    handle: (turn) => keepTyped([change(turn).note], () => release(services, turn, change(turn))),
  });
  return [
    route('digest.hold', (turn) => ({ held: true, ...noteIn(turn) })),
    route('digest.release', (turn) => ({ held: false, ...noteIn(turn) })),
    route('digest.annotate', noteIn),
  ];
}

async function release(services: Services, turn: Turn, change: Partial<Release>): Promise<Reply> {
  const { ledger, store, schedule, log } = services;
  const { lang, portfolio, now, actor } = turn;
  if (!mayRelease(actor.person)) return words(t(lang, 'digest.preview.forbidden'));
  if ((change.note?.length ?? 0) > LONGEST_NOTE) {
    return words(`${t(lang, 'digest.preview.tooLong', { longest: LONGEST_NOTE })} ${change.note}`);
  }
  const week = readWeek(turn.action?.data ?? {}) ?? digestWeek(now, schedule, portfolio.programme);
  const kept = await keptEdition(store, week);
  const before = await releaseOf(store, week);
  const events = releaseEvents(week, before, change, { by: actor.person?.id ?? null, now });
  if (events.length > 0) await ledger.record(events, now);
  const after = await changeRelease(store, week, change);
  log.info({ week, held: after.held, note: after.note !== '' }, 'the release of a digest was changed');
  if (kept && before.note !== after.note) await updateWeek(services, turn, week);
  if (before.held && !after.held) services.speakSoon?.();
  const digest = kept ?? composeCurrent(portfolio, week, now, schedule);
  const instant = digestInstant(week, schedule, portfolio.programme);
  const due = instant > now ? instant.toISOString() : null;
  return { kind: 'card', card: previewCard(digest, { release: after, due, posted: kept !== undefined }, turn) };
}

/** A card without the input leaves the note as it is. */
function noteIn({ action }: Turn): Partial<Release> {
  const data = action?.data ?? {};
  const note: unknown = Object.hasOwn(data, 'note') ? data.note : undefined;
  return typeof note === 'string' ? { note: note.trim() } : {};
}
