import { createHash } from 'node:crypto';
import { noteCard } from '../../cards/status/note.js';
import { momentText } from '../../cards/status/words.js';
import { t } from '../../locales/index.js';
import type { ProgrammeEvent } from '../../programme/events.js';
import { draftsTyped, type Draft } from '../../reporting/draft.js';
import { momentsOf, openWeek } from '../../reporting/moments.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { readStatusData, type StatusData } from './status-data.js';
import { keepDrafts } from './status-drafts.js';

/** "Later": no reminder before the next one that is planned; with `stop` none any more for this week. */
export async function snooze(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, actor, now, lang } = turn;
  const { timeZone } = portfolio.programme;
  if (!actor.person) return words(t(lang, 'report.mine.unknown'));
  const data = readStatusData(turn.action?.data ?? {});
  await keepDrafts(services, turn, typedIn(turn, data));
  const week = openWeek(now, services.schedule, portfolio.programme);
  const moments = momentsOf(week, services.schedule, portfolio.programme);
  const next = data.stop ? undefined : moments.reminders.find((moment) => moment > now);
  const until = next?.toISOString() ?? null;
  await services.ledger.record([snoozed(actor.person.id, week, until, now)], now);
  const open = { title: t(lang, 'report.snooze.open'), verb: 'status.openAll', data: { replace: true } };
  const stop = { title: t(lang, 'report.snooze.stopAction'), verb: 'status.snooze', data: { stop: true } };
  if (next) return note(t(lang, 'report.snooze.until', { day: momentText(next, timeZone, lang) }), [open, stop]);
  const last = t(lang, 'report.snooze.last', { day: momentText(moments.digest, timeZone, lang) });
  return note(data.stop ? t(lang, 'report.snooze.stop') : last, [open]);

  function note(text: string, actions: Parameters<typeof noteCard>[2]): Reply {
    return { kind: 'card', card: noteCard(text, lang, actions) };
  }
}

/** What had been filled in on a card that is not sent. */
export function typedIn({ portfolio, now }: Turn, data: StatusData): Draft[] {
  const projects = data.projects ?? (data.project ? [data.project] : []);
  return draftsTyped(
    portfolio,
    projects.map((project) => data.sending(project)),
    now,
  );
}

/** Closes a form without sending it. */
export function cancelForm(_services: Services, { lang }: Turn): Reply {
  const mine = { title: t(lang, 'report.saved.mine'), verb: 'status.mine', data: { replace: true } };
  return { kind: 'card', card: noteCard(t(lang, 'report.notice.cancelled'), lang, [mine]) };
}

function snoozed(person: string, week: string, until: string | null, now: Date): ProgrammeEvent {
  const key = createHash('sha256').update([person, week, until, now.toISOString()].join('\n')).digest('hex');
  const data = { person, week, until };
  return {
    id: `snooze-${key.slice(0, 24)}`,
    type: 'reminders.snoozed',
    at: now.toISOString(),
    by: person,
    why: null,
    data,
  };
}
