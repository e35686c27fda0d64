import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder';
import type { Message } from '../programme/messenger.js';
import type { Lang } from '../programme/text.js';
import type { Log } from '../programme/log.js';
import { t } from '../locales/index.js';
import { conversationKind, type IncomingActivity } from './activity.js';
import { answerDialog, isDialog } from './dialogs.js';
import { answerInvoke, cardAnswer, messageAnswer } from './invoke-answer.js';
import type { Reply } from './turn.js';

/** Who reads the reply. */
export interface Reader {
  lang: Lang;
  log: Log;
}

/**
 * A message as an activity. With a card, the words go where clients look that cannot show cards; sent as text as well
 * they would stand twice in every other one.
 */
export function toActivity({ summary, text, card }: Message): Partial<Activity> {
  if (!card) return { type: ActivityTypes.Message, summary, text: text ?? summary, textFormat: 'markdown' };
  const worded = { fallbackText: text ?? summary, ...card };
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(worded)] };
}

/** Shows that a reply is being worked on. That it cannot be shown is no reason not to reply. */
export async function showWorking(context: TurnContext, log: Log): Promise<void> {
  try {
    await context.sendActivity({ type: ActivityTypes.Typing });
  } catch (error) {
    log.info({ status: (error as { statusCode?: number }).statusCode ?? null }, 'a sign of working could not be shown');
  }
}

/** Tells a person what came of their turn, in the way its activity asks for. */
export async function tell(
  context: TurnContext,
  incoming: IncomingActivity,
  reply: Reply,
  reader: Reader,
): Promise<void> {
  if (incoming.type === 'invoke' && isDialog(incoming.name)) return answerTask(context, incoming, reply, reader);
  // A client that cannot open dialogs shows the form where the button was.
  const plain = reply.kind === 'dialog' ? { kind: 'card' as const, card: reply.card } : reply;
  if (incoming.type === 'invoke') await answerExecute(context, incoming, plain, reader);
  else await answerMessage(context, incoming, plain, reader);
}

type PlainReply = Exclude<Reply, { kind: 'dialog' }>;

async function answerTask(
  context: TurnContext,
  incoming: IncomingActivity,
  reply: Reply,
  { lang, log }: Reader,
): Promise<void> {
  if (reply.kind === 'dialog') return answerDialog(context, reply);
  if (reply.kind === 'message' && !reply.message.card)
    return answerDialog(context, reply.message.text ?? reply.message.summary);
  if (reply.kind === 'message') await context.sendActivity(toActivity(reply.message));
  if (reply.kind === 'card') {
    const { card, on } = reply;
    if (!(await replaceCard(context, { ...incoming, replyToId: on ?? incoming.replyToId }, card, log)))
      await context.sendActivity(toActivity({ summary: t(lang, 'bot.cardSummary'), text: null, card }));
    if (reply.message) await context.sendActivity(toActivity(reply.message));
  }
  await answerDialog(context, null);
}

async function answerExecute(
  context: TurnContext,
  incoming: IncomingActivity,
  reply: PlainReply,
  { lang, log }: Reader,
): Promise<void> {
  if (reply.kind === 'nothing') return answerInvoke(context, messageAnswer(''));
  if (reply.kind === 'message') {
    // A few words belong beside the card and to the one who pressed; a card of its own is a new message.
    if (!reply.message.card) return answerInvoke(context, messageAnswer(reply.message.text ?? reply.message.summary));
    const posted = await post(context, reply.message);
    // Where Lotse is no member (a card inserted from the compose box) the answer takes the card's place for who pressed.
    if (!posted) return answerInvoke(context, cardAnswer(reply.message.card));
    return answerInvoke(context, messageAnswer(t(lang, 'bot.answeredBelow')));
  }
  // The answer to the invoke changes the card only where it was pressed and until it is loaded again.
  if (reply.shared || conversationKind(incoming) === 'personal') await replaceCard(context, incoming, reply.card, log);
  if (reply.message) await context.sendActivity(toActivity(reply.message));
  await answerInvoke(context, cardAnswer(reply.card));
}

/** Posts a message; false where Lotse may not write into the conversation. */
async function post(context: TurnContext, message: Message): Promise<boolean> {
  try {
    await context.sendActivity(toActivity(message));
    return true;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 403) throw error;
    return false;
  }
}

async function answerMessage(
  context: TurnContext,
  incoming: IncomingActivity,
  reply: PlainReply,
  { lang, log }: Reader,
): Promise<void> {
  if (reply.kind === 'nothing') return;
  if (reply.kind === 'card' && !(await replaceCard(context, incoming, reply.card, log))) {
    await context.sendActivity(toActivity({ summary: t(lang, 'bot.cardSummary'), text: null, card: reply.card }));
  }
  if (reply.message) await context.sendActivity(toActivity(reply.message));
  if (reply.kind === 'message') for (const more of reply.more ?? []) await context.sendActivity(toActivity(more));
}

/** Replaces the pressed card for everybody; false where that is not possible. */
async function replaceCard(context: TurnContext, incoming: IncomingActivity, card: object, log: Log): Promise<boolean> {
  if (!incoming.replyToId) return false;
  try {
    const attachments = [CardFactory.adaptiveCard(card)];
    await context.updateActivity({ type: ActivityTypes.Message, id: incoming.replyToId, attachments });
    return true;
  } catch (error) {
    log.warn({ status: (error as { statusCode?: number }).statusCode ?? null }, 'a pressed card could not be replaced');
    return false;
  }
}
