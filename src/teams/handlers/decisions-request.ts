import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { requestCard, requestedCard } from '../../cards/decisions/request-card.js';
import { md } from '../../cards/escape.js';
import { noteCard } from '../../cards/status/note.js';
import { projectTitle } from '../../cards/status/words.js';
import { askedDirectly, readRequest, request, type SaidRequest } from '../../digest/request.js';
import { findDecision } from '../../digest/ruling.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { isOpen } from '../../programme/decision.js';
import { mayAskForDecision } from '../../programme/policies/decision.js';
import type { Project } from '../../programme/programme.js';
import { asText } from '../../reporting/fields.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { updatePosts } from './decisions-posts.js';
import { projectMeant } from './status-words.js';
import { withTyped } from './typed-back.js';
import { keepTyped } from './keep-typed.js';

/** The programme office puts a question to the steering group outside a report, or takes it back. */
export function decisionRequestRoutes(services: Services): Route[] {
  return [
    {
      name: 'decision-asked',
      matches: (turn) => saidIn(turn) !== null,
      handle: (turn) => Promise.resolve(open(turn)),
    },
    {
      name: 'decision.request',
      matches: ({ action }) => action?.verb === 'decision.request',
      handle: (turn) => ask(services, turn),
    },
    {
      name: 'decision.retract',
      matches: ({ action }) => action?.verb === 'decision.retract',
      handle: (turn) => retract(services, turn),
    },
  ];
}

function open(turn: Turn): Reply {
  const said = saidIn(turn);
  if (!said) return { kind: 'nothing' };
  const { lang, actor, portfolio } = turn;
  const { project, text, by } = said;
  const title = md(projectTitle(portfolio, project.id, lang));
  if (!mayAskForDecision(actor.person)) return words(t(lang, 'decision.request.forbidden', { project: title }));
  const summary = t(lang, 'decision.request.title', { project: title });
  const card = requestCard({ form: randomUUID(), project: project.id, text, by, faults: {} }, turn);
  return { kind: 'message', message: { summary, text: summary, card } };
}

const pressed = z.object({
  form: z.string().min(1).max(200),
  project: z.string().min(1).max(200),
  text: z.unknown(),
  by: z.unknown(),
});

async function ask({ ledger, log }: Services, turn: Turn): Promise<Reply> {
  const { lang, actor, portfolio, now, action } = turn;
  const read = pressed.safeParse(action?.data);
  const project = read.success ? portfolio.projects.get(read.data.project) : undefined;
  if (!read.success || !project)
    return words(withTyped(t(lang, 'report.notice.goneMessage'), [action?.data.text], lang));
  const title = md(projectTitle(portfolio, project.id, lang));
  if (!actor.person || !mayAskForDecision(actor.person))
    return words(withTyped(t(lang, 'decision.request.forbidden', { project: title }), [action?.data.text], lang));
  const today = dayOf(now, portfolio.programme.timeZone);
  const asked = request(read.data, { by: actor.person.id, now, today });
  if (!asked.ok) {
    const { form, text, by } = read.data;
    const again = { form, project: project.id, text: asText(text) ?? '', by: asText(by) ?? '', faults: asked.faults };
    return { kind: 'card', card: requestCard(again, turn) };
  }
  await keepTyped([read.data.text, read.data.by], () => ledger.record([asked.event], now));
  log.info({}, 'the office asked for a decision');
  const after = { ...turn, portfolio: ledger.portfolio() ?? portfolio };
  // Sent twice, what was recorded first counts.
  const { id, text, by } = findDecision(after.portfolio, asked.event.data.decision) ?? {
    ...asked.event.data,
    id: '',
    by: '',
  };
  return { kind: 'card', card: requestedCard({ decision: id, project: project.id, text, dueBy: by }, after) };
}

async function retract(services: Services, turn: Turn): Promise<Reply> {
  const { lang, actor, portfolio, now, action } = turn;
  const decision = findDecision(portfolio, action?.data.decision);
  if (!decision || !askedDirectly(portfolio, decision.id)) return words(t(lang, 'decision.gone'));
  const title = md(projectTitle(portfolio, decision.project, lang));
  if (!mayAskForDecision(actor.person)) return words(t(lang, 'decision.request.forbidden', { project: title }));
  if (!isOpen(decision) && !decision.retractedAt) return words(t(lang, 'decision.request.settled'));
  const at = now.toISOString();
  const by = actor.person?.id ?? null;
  const id = `retract:${decision.id}`;
  await services.ledger.record(
    [{ id, type: 'decision.retracted', at, by, why: null, data: { decision: decision.id } }],
    now,
  );
  const after = { ...turn, portfolio: services.ledger.portfolio() ?? portfolio };
  // The group may have ruled a moment before.
  if (!findDecision(after.portfolio, decision.id)?.retractedAt) return words(t(lang, 'decision.request.settled'));
  await updatePosts(services, after, decision.id);
  return { kind: 'card', card: noteCard(t(lang, 'decision.request.retracted', { project: title }), lang) };
}

function saidIn(turn: Turn): (Omit<SaidRequest, 'subject'> & { project: Project }) | null {
  if (turn.action) return null;
  const said = readRequest(turn.text, dayOf(turn.now, turn.portfolio.programme.timeZone));
  const project = said && projectMeant(turn, said.subject);
  return said && project ? { project, text: said.text, by: said.by } : null;
}
