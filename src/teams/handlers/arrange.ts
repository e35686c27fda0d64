import { z } from 'zod/v4';
import { arrangeCard, arrangedCard, arrangementSaid } from '../../cards/status/arrange.js';
import { projectTitle } from '../../cards/status/words.js';
import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import { askingOf, sameAsking } from '../../programme/arrangement.js';
import { dayOf } from '../../programme/calendar.js';
import type { Asking } from '../../programme/events.js';
import { mayArrangeReporting } from '../../programme/policies/project.js';
import { CADENCES, type Project } from '../../programme/programme.js';
import { arrange, wished } from '../../reporting/arrangement.js';
import { readArrangement, type SaidArrangement } from '../../reporting/arrangement-text.js';
import { asText, LONGEST } from '../../reporting/fields.js';
import { calendarDay } from '../../reporting/typed-day.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { projectMeant } from './status-words.js';
import { withTyped } from './typed-back.js';
import { keepTyped } from './keep-typed.js';

/** How often a project is asked, and pauses: said in words, confirmed on a card. */
export function arrangeRoutes(services: Services): Route[] {
  return [
    {
      name: 'status.arrange',
      matches: ({ action }) => action?.verb === 'status.arrange',
      handle: (turn) => confirm(services, turn),
    },
    {
      name: 'arrange',
      matches: (turn) => saidIn(turn) !== null,
      handle: (turn) => Promise.resolve(propose(turn)),
    },
  ];
}

function propose(turn: Turn): Reply {
  const said = saidIn(turn);
  if (!said) return { kind: 'nothing' };
  const { portfolio, lang, actor } = turn;
  const { project, wish } = said;
  if (!mayArrangeReporting(actor.person, project)) return forbidden(turn, project);
  const to = wished(project, wish);
  const already = sameAsking(to, askingOf(project));
  const text = arrangementSaid(portfolio, project, to, lang, already);
  if (already) return words(text);
  const card = arrangeCard(portfolio, project, to, lang);
  return { kind: 'message', message: { summary: t(lang, 'arrange.title'), text, card } };
}

const pressed = z.object({
  project: z.string().min(1).max(200),
  to: z.object({ cadence: z.enum(CADENCES).optional(), paused: z.boolean(), until: z.iso.date().optional() }),
  until: z.unknown(),
  reason: z.unknown(),
});

async function confirm({ ledger }: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang, actor, now, action } = turn;
  const read = pressed.safeParse(action?.data);
  const project = read.success ? portfolio.projects.get(read.data.project) : undefined;
  if (!read.success || !project) return words(typedBack(turn, t(lang, 'report.notice.goneMessage')));
  if (!mayArrangeReporting(actor.person, project)) return forbidden(turn, project);
  const reason = asText(read.data.reason) ?? '';
  const typed = read.data.to.paused ? asText(read.data.until ?? read.data.to.until) : '';
  const { cadence = null, paused } = read.data.to;
  const to: Asking = { cadence, paused, until: typed ? calendarDay(typed) : null };
  const fault = faultIn(turn, typed, to, reason);
  if (fault) {
    const again = { reason, until: typed ?? '', fault };
    return { kind: 'card', card: arrangeCard(portfolio, project, to, lang, again) };
  }
  const by = actor.person?.id ?? null;
  const event = arrange(project, to, { by, at: now.toISOString(), why: reason || null });
  if (event) await keepTyped([reason], () => ledger.record([event], now));
  const known = ledger.portfolio() ?? portfolio;
  const present = known.projects.get(project.id) ?? project;
  return { kind: 'card', card: arrangedCard(known, present, askingOf(project), now, lang) };
}

function faultIn({ lang, now, portfolio }: Turn, typed: string | null, { until }: Asking, reason: string): string {
  const longest = LONGEST.decision;
  if (reason.length > longest) return t(lang, 'report.fault.tooLong', { length: reason.length, longest });
  if (typed !== '' && until === null) return t(lang, 'report.fault.decisionByInvalid');
  const today = dayOf(now, portfolio.programme.timeZone);
  return until !== null && until <= today ? t(lang, 'arrange.untilPast') : '';
}

function saidIn(turn: Turn): { project: Project; wish: SaidArrangement['wish'] } | null {
  if (turn.action) return null;
  const said = readArrangement(turn.text, dayOf(turn.now, turn.portfolio.programme.timeZone));
  const project = said && projectMeant(turn, said.subject);
  return said && project ? { project, wish: said.wish } : null;
}

function forbidden(turn: Turn, project: Project): Reply {
  const { portfolio, lang } = turn;
  const title = md(projectTitle(portfolio, project.id, lang));
  return words(typedBack(turn, t(lang, 'arrange.forbidden', { project: title })));
}

function typedBack({ action, lang }: Turn, text: string): string {
  return withTyped(text, [action?.data.reason], lang);
}
