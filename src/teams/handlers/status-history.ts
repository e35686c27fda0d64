import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { historyCard } from '../../cards/status/history.js';
import { noteCard } from '../../cards/status/note.js';
import { withdrawCard } from '../../cards/status/withdraw.js';
import { projectTitle, stateText } from '../../cards/status/words.js';
import { weekNumber } from '../../cards/format.js';
import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import { dayOf, weekOf } from '../../programme/calendar.js';
import type { ProgrammeEvent } from '../../programme/events.js';
import { mayReadHistory } from '../../programme/policies/project.js';
import { latestReport, standingReports } from '../../programme/portfolio.js';
import type { Project } from '../../programme/programme.js';
import type { StatusReport } from '../../programme/report.js';
import { standIns } from '../../reporting/absence.js';
import { asText, LONGEST } from '../../reporting/fields.js';
import { course, latestGap, timeline } from '../../reporting/history.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { readStatusData } from './status-data.js';
import { forbidden, mayReportNow } from './status-open.js';
import { inPlace } from './status-reply.js';
import { keepTyped } from './keep-typed.js';

/** How many weeks the chart shows. */
const WEEKS = 12;

/** A button that shows how a project's status developed. */
export function showHistory(services: Services, turn: Turn): Reply {
  const { portfolio, actor, now, lang } = turn;
  const { project: id, page } = readStatusData(turn.action?.data ?? {});
  const project = portfolio.projects.get(id ?? '');
  if (!project) return words(t(lang, 'report.notice.goneMessage'));
  if (!mayReadHistory(actor.person, project)) return words(t(lang, 'report.history.forbidden'));
  const { timeZone } = portfolio.programme;
  const history = {
    project,
    entries: timeline(portfolio, project.id, services.schedule),
    weeks: course(portfolio, project.id, weekOf(now, timeZone), WEEKS),
    page,
    gap: latestGap(portfolio, project, now, services.schedule),
    reader: actor.person,
    standIns: standIns(portfolio, project, dayOf(now, timeZone)),
  };
  const card = historyCard(portfolio, history, lang);
  return inPlace(
    turn,
    card,
    t(lang, 'report.history.title', { project: md(projectTitle(portfolio, project.id, lang)) }),
  );
}

const confirmation = z.object({ confirmed: z.literal(true), reason: z.unknown() });

/** Withdraws a report; first the reason is asked for. */
export async function withdrawReport(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang } = turn;
  const data = readStatusData(turn.action?.data ?? {});
  const project = portfolio.projects.get(data.project ?? '');
  if (!project) return words(t(lang, 'report.notice.goneMessage'));
  if (!mayReportNow(turn, project)) return forbidden(turn, project);
  const report = standingReports(portfolio, project.id).find(({ id }) => id === data.report);
  if (!report) return words(t(lang, 'report.notice.replaced'));
  const confirmed = confirmation.safeParse(turn.action?.data);
  if (!confirmed.success)
    return inPlace(
      turn,
      withdrawCard(portfolio, report, { reason: '', fault: '' }, lang),
      t(lang, 'report.withdraw.title'),
    );
  const reason = asText(confirmed.data.reason) ?? '';
  const fault = reasonFault(turn, reason);
  if (fault) return { kind: 'card', card: withdrawCard(portfolio, report, { reason, fault }, lang) };
  await keepTyped([reason], () => services.ledger.record([withdrawal(turn, report, reason)], turn.now));
  return { kind: 'card', card: noteCard(doneText(services, turn, project), lang, [historyAction(turn, project)]) };
}

function reasonFault({ lang }: Turn, reason: string): string {
  if (!reason) return t(lang, 'report.withdraw.reasonMissing');
  const longest = LONGEST.decision;
  return reason.length > longest ? t(lang, 'report.fault.tooLong', { length: reason.length, longest }) : '';
}

function withdrawal({ actor, now }: Turn, report: StatusReport, reason: string): ProgrammeEvent {
  const id = `withdraw-${createHash('sha256').update(report.id).digest('hex').slice(0, 24)}`;
  const by = actor.person?.id ?? null;
  return { id, type: 'report.withdrawn', at: now.toISOString(), by, why: reason, data: { report: report.id, reason } };
}

function doneText({ ledger }: Services, { lang, portfolio }: Turn, project: Project): string {
  const last = latestReport(ledger.portfolio() ?? portfolio, project.id);
  const now = last
    ? t(lang, 'report.withdraw.nowLast', { state: stateText(last, lang), week: weekNumber(last.week) })
    : t(lang, 'report.withdraw.nowNone');
  return t(lang, 'report.withdraw.done', { now });
}

function historyAction({ lang }: Turn, project: Project): { title: string; verb: string; data: object } {
  const data = { project: project.id, replace: true };
  return { title: t(lang, 'report.saved.history'), verb: 'status.history', data };
}
