import { type Activity, ActivityTypes, CardFactory, type Middleware, type TurnContext } from 'botbuilder';
import type { Reply } from './turn.js';

const NAMES = ['task/fetch', 'task/submit'];

/** Whether an invoke opens or sends a dialog. */
export function isDialog(name: string | null | undefined): boolean {
  return NAMES.includes(name ?? '');
}

/**
 * Answers with a dialog, or with words in its place; null closes it.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules
 */
export async function answerDialog(
  context: TurnContext,
  reply: Extract<Reply, { kind: 'dialog' }> | string | null,
): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: bodyOf(reply) } });
}

function bodyOf(reply: Extract<Reply, { kind: 'dialog' }> | string | null): object | undefined {
  if (reply === null) return undefined;
  if (typeof reply === 'string') return { task: { type: 'message', value: reply } };
  const { title, card } = reply;
  const value = { title, height: 'large', width: 'medium', card: CardFactory.adaptiveCard(card) };
  return { task: { type: 'continue', value } };
}

/** Leaves out the buttons that open dialogs, for clients that cannot. */
export const withoutDialogs: Middleware = {
  async onTurn(context, next) {
    context.onSendActivities(async (_, activities, send) => {
      for (const activity of activities) leaveOut(activity);
      return send();
    });
    context.onUpdateActivity(async (_, activity, update) => {
      leaveOut(activity);
      return update();
    });
    await next();
  },
};

function leaveOut(activity: Partial<Activity>): void {
  // Most cards have none, and copying them costs more than looking.
  if (!holdsButton(activity.attachments) && !holdsButton(activity.value)) return;
  if (activity.attachments) activity.attachments = strip(activity.attachments) as Activity['attachments'];
  if (activity.type === ActivityTypes.InvokeResponse) activity.value = strip(activity.value);
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !opensDialog(item)).map(strip);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, strip(inner)]));
}

/** Deep-frozen parts without such a button: rows that stand on many cards are looked through once. */
const without = new WeakSet<object>();

function holdsButton(value: unknown): boolean {
  if (!value || typeof value !== 'object' || without.has(value)) return false;
  if (opensDialog(value)) return true;
  for (const key in value) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'object' && holdsButton(inner)) return true;
  }
  if (Object.isFrozen(value)) without.add(value);
  return false;
}

function opensDialog(item: unknown): boolean {
  const { data } = (item ?? {}) as { data?: { msteams?: { type?: unknown } } };
  return data?.msteams?.type === 'task/fetch';
}
