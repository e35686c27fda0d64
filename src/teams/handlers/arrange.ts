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
import { readArrangement, type ArrangementWish } from '../../reporting/arrangement-text.js';
import { asText, LONGEST } from '../../reporting/fields.js';
import { calendarDay } from '../../reporting/typed-day.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { projectsMeant } from './status-words.js';
import { withTyped } from './typed-back.js';
import { keepTyped } from './keep-typed.js';
import { askWhich, MOST_CHOICES } from './which-project.js';

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
      handle: (turn) => Promise.resolve(open(turn)),
    },
    {
      name: 'status.arrangeFor',
      matches: ({ action }) => action?.verb === 'status.arrangeFor',
      handle: (turn) => Promise.resolve(chosen(turn)),
    },
  ];
}

function open(turn: Turn): Reply {
  const said = saidIn(turn);
  const [project, ...others] = said?.projects ?? [];
  if (!said || !project) return { kind: 'nothing' };
  if (others.length === 0) return propose(turn, project, said.wish);
  return askWhich(turn, said.projects, (id) => ({ verb: 'status.arrangeFor', data: { project: id, wish: said.wish } }));
}

const choice = z.object({
  project: z.string().min(1).max(200),
  wish: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cadence'), cadence: z.enum(CADENCES) }),
    z.object({ kind: z.literal('pause'), until: z.iso.date().nullish() }),
    z.object({ kind: z.literal('resume') }),
  ]),
});

/** Carries on with what was said, for the project that was picked. */
function chosen(turn: Turn): Reply {
  const read = choice.safeParse(turn.action?.data);
  const project = read.success ? turn.portfolio.projects.get(read.data.project) : undefined;
  if (!read.success || !project) return words(t(turn.lang, 'report.notice.goneMessage'));
  const { wish } = read.data;
  return propose(turn, project, wish.kind === 'pause' ? { ...wish, until: wish.until ?? null } : wish);
}

function propose(turn: Turn, project: Project, wish: ArrangementWish): Reply {
  const { portfolio, lang, actor } = turn;
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
  const about = { by: actor.person?.id ?? null, at: now.toISOString(), why: reason || null };
  let known = portfolio;
  let present = project;
  // Said here while another replica had heard more (paused, resumed): the second time it is said of what stands by then.
  for (let attempt = 1; attempt <= 2; attempt += 1) {
    const event = arrange(known, present, to, about);
    if (!event) break;
    await keepTyped([reason], () => ledger.record([event], now));
    known = ledger.portfolio() ?? portfolio;
    present = known.projects.get(project.id) ?? project;
  }
  return { kind: 'card', card: arrangedCard(known, present, askingOf(project), now, lang) };
}

function faultIn({ lang, now, portfolio }: Turn, typed: string | null, { until }: Asking, reason: string): string {
  const longest = LONGEST.decision;
  if (reason.length > longest) return t(lang, 'report.fault.tooLong', { length: reason.length, longest });
  if (typed !== '' && until === null) return t(lang, 'report.fault.decisionByInvalid');
  const today = dayOf(now, portfolio.programme.timeZone);
  return until !== null && until <= today ? t(lang, 'arrange.untilPast') : '';
}

function saidIn(turn: Turn): { projects: Project[]; wish: ArrangementWish } | null {
  if (turn.action) return null;
  const said = readArrangement(turn.text, dayOf(turn.now, turn.portfolio.programme.timeZone));
  const projects = said ? projectsMeant(turn, said.subject) : [];
  return said && projects.length > 0 && projects.length <= MOST_CHOICES ? { projects, wish: said.wish } : null;
}

function forbidden(turn: Turn, project: Project): Reply {
  const { portfolio, lang } = turn;
  const title = md(projectTitle(portfolio, project.id, lang));
  return words(typedBack(turn, t(lang, 'arrange.forbidden', { project: title })));
}

function typedBack({ action, lang }: Turn, text: string): string {
  return withTyped(text, [action?.data.reason], lang);
}
