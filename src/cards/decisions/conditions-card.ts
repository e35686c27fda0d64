import type { ConditionReminder, ConditionTask } from '../../digest/conditions.js';
import { t } from '../../locales/index.js';
import type { Message } from '../../programme/messenger.js';
import { mayFulfil } from '../../programme/policies/decision.js';
import type { Person } from '../../programme/programme.js';
import { inLanguage } from '../../programme/text.js';
import { md } from '../escape.js';
import { finish } from '../finish.js';
import { clip, dayText } from '../format.js';
import { render } from '../render.js';
import template from './conditions.json' with { type: 'json' };
import type { DecisionReader } from './decision-view.js';

/** How many conditions one card lists. */
const LISTED = 12;

export interface ConditionsReader extends DecisionReader {
  person: Person | null;
}

/** The conditions of approvals, with a button each for those who may say that one is met. */
export function conditionsCard(tasks: readonly ConditionTask[], intro: string, reader: ConditionsReader): object {
  const { lang } = reader;
  const shown = tasks.slice(0, LISTED);
  const left = tasks.length - shown.length;
  const ids = shown.map(({ decision }) => decision);
  return finish(
    render(template, {
      lang,
      title: t(lang, 'conditions.title'),
      intro,
      tasks: shown.map((task) => taskData(task, ids, reader)),
      more: left > 0 ? t(lang, 'digest.more', { count: left }) : '',
    }),
  );
}

/** Reminds of the conditions whose day has come. */
export function conditionsMessage({ tasks }: ConditionReminder, reader: ConditionsReader): Message {
  const { lang } = reader;
  const text = t(lang, 'conditions.reminder', { count: tasks.length });
  const lines = tasks.map((task) => `- ${md(titleOf(task.project, reader))}: ${md(task.condition)}`);
  return { summary: text, text: [text, lines.join('\n')].join('\n\n'), card: conditionsCard(tasks, text, reader) };
}

function taskData(task: ConditionTask, ids: readonly string[], reader: ConditionsReader): object {
  const { lang, portfolio, person } = reader;
  const { decision, condition, overdue, fulfilled } = task;
  const project = portfolio.projects.get(task.project);
  const may = project !== undefined && mayFulfil(person, project);
  const title = titleOf(task.project, reader);
  return {
    project: md(title),
    condition: md(condition),
    text: md(t(lang, 'conditions.decided', { text: clip(task.text, 200) })),
    state: stateText(task, reader),
    color: fulfilled ? 'Good' : overdue ? 'Attention' : 'Default',
    action: !may ? '' : t(lang, fulfilled ? 'absence.undo' : 'conditions.fulfil'),
    tip: t(lang, fulfilled ? 'conditions.undoTip' : 'conditions.fulfilTip', { project: title }),
    data: { decision, fulfilled: !fulfilled, decisions: ids },
  };
}

function stateText({ due, overdue, fulfilled }: ConditionTask, { lang }: ConditionsReader): string {
  if (fulfilled) return `✔ ${t(lang, 'conditions.fulfilled')}`;
  if (!due) return t(lang, 'digest.decision.noDay');
  return overdue
    ? `❗ ${t(lang, 'conditions.overdue', { day: dayText(due, lang) })}`
    : t(lang, 'digest.ruling.due', { day: dayText(due, lang) });
}

function titleOf(project: string, { portfolio, lang }: ConditionsReader): string {
  return inLanguage(portfolio.projects.get(project)?.title, lang) || project;
}
