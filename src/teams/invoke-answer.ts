import { ActivityTypes, type TurnContext } from 'botbuilder';

/** The body of an answer to an `adaptiveCard/action` invoke. */
export interface InvokeAnswer {
  statusCode: number;
  type: string;
  value: unknown;
}

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function cardAnswer(card: object): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}
export function messageAnswer(text: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}
/** For what the client did wrong, not the person; people are answered with a message. */
export function errorAnswer(statusCode: 400 | 404, message: string): InvokeAnswer {
  const code = statusCode === 404 ? 'NotFound' : 'BadRequest';
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

/** Sets the HTTP answer of an invoke; clients read the outcome from the body. */
export async function answerInvoke(context: TurnContext, body: InvokeAnswer): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}
/** The HTTP answer to an invoke that Lotse does not offer. */
export async function refuseInvoke(context: TurnContext): Promise<void> {
  const body = { error: { code: 'NotSupported', message: 'This invoke is not supported.' } };
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400, body } });
}
