import { z } from 'zod/v4';
import { conditionsCard } from '../../cards/decisions/conditions-card.js';
import { conditionTask, fulfil, openConditions, type ConditionTask } from '../../digest/conditions.js';
import { findDecision } from '../../digest/ruling.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { mayFulfil, maySeeCondition } from '../../programme/policies/decision.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

const COMMANDS = ['auflagen', 'meine auflagen', 'offene auflagen', 'conditions', 'my conditions', 'open conditions'];

/** The conditions of approvals: which are open, and that one is met. */
export function conditionRoutes(services: Services): Route[] {
  return [
    {
      name: 'conditions',
      matches: (turn) => isCommand(turn, COMMANDS) || turn.action?.verb === 'decision.conditions',
      handle: (turn) => Promise.resolve(showOpen(turn)),
    },
    {
      name: 'decision.fulfil',
      matches: ({ action }) => action?.verb === 'decision.fulfil',
      handle: (turn) => markFulfilled(services, turn),
    },
  ];
}

function showOpen(turn: Turn): Reply {
  const { portfolio, lang, actor } = turn;
  const tasks = openConditions(portfolio, todayOf(turn)).filter((task) => isSeen(task, turn));
  if (tasks.length === 0) return words(t(lang, 'conditions.none'));
  const intro = t(lang, 'conditions.intro', { count: tasks.length });
  const card = conditionsCard(tasks, intro, { portfolio, lang, person: actor.person });
  return { kind: 'message', message: { summary: t(lang, 'conditions.title'), text: intro, card } };
}

const pressed = z.object({
  decision: z.string().min(1).max(200),
  fulfilled: z.boolean(),
  decisions: z.array(z.string().max(200)).max(50).optional(),
});

async function markFulfilled(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang, actor, now, action } = turn;
  const read = pressed.safeParse(action?.data);
  const decision = read.success ? findDecision(portfolio, read.data.decision) : undefined;
  const project = decision && portfolio.projects.get(decision.project);
  const today = todayOf(turn);
  if (!read.success || !decision || !project || !conditionTask(decision, today))
    return words(t(lang, 'conditions.gone'));
  if (!mayFulfil(actor.person, project)) return words(t(lang, 'conditions.forbidden'));
  const event = fulfil(portfolio, decision, read.data.fulfilled, { by: actor.person?.id ?? null, now });
  if (event) await services.ledger.record([event], now);
  const known = services.ledger.portfolio() ?? portfolio;
  const tasks = (read.data.decisions ?? [decision.id]).flatMap((id): ConditionTask[] => {
    const found = known.decisions.get(id);
    const task = found && conditionTask(found, today);
    // The card names its decisions, but is no leave to see them.
    return task && isSeen(task, turn) ? [task] : [];
  });
  const open = tasks.filter(({ fulfilled }) => !fulfilled).length;
  const intro = t(lang, 'conditions.intro', { count: open });
  return { kind: 'card', card: conditionsCard(tasks, intro, { portfolio: known, lang, person: actor.person }) };
}

function isSeen({ project }: ConditionTask, { portfolio, actor }: Turn): boolean {
  return maySeeCondition(actor.person, portfolio.projects.get(project));
}

function todayOf({ now, portfolio }: Turn): string {
  return dayOf(now, portfolio.programme.timeZone);
}
