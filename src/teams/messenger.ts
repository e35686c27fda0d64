import type { Activity, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Ledger } from '../programme/ledger.js';
import { type Log, trace } from '../programme/log.js';
import type { Delivery, Message, Messenger, Recipient } from '../programme/messenger.js';
import type { LotseAdapter } from './adapter.js';
import type { ConversationReference, Conversations } from './conversations.js';
import { NoToken, toDelivery } from './delivery.js';
import { Recipients } from './recipients.js';
import { toActivity } from './reply.js';

/** What a send needs. */
export interface MessengerOptions {
  adapter: LotseAdapter;
  /** Empty in local mode. */
  botId: string;
  conversations: Conversations;
  ledger: Ledger;
  log: Log;
}

/** Speaks first in Teams. Each send is one attempt; what the platform says about it is noted on the conversation. */
export class TeamsMessenger implements Messenger {
  readonly #recipients: Recipients;

  constructor(private readonly options: MessengerOptions) {
    this.#recipients = new Recipients(options.conversations, options.ledger);
  }

  send(to: Recipient, message: Message): Promise<Delivery> {
    const sending = this.#attempt(to, async (context, reference) => {
      if (reference.kind === 'channel') return startThread(this.#client(context), reference, toActivity(message));
      const response = await context.sendActivity(toActivity(message));
      return response?.id ?? '';
    });
    return sending.then(({ delivery, reference }) => this.#note(delivery, reference));
  }

  async update(to: Recipient, activity: string, message: Message): Promise<Delivery> {
    const { delivery } = await this.#attempt(to, async (context) => {
      await context.updateActivity({ ...toActivity(message), id: activity });
      return activity;
    });
    return delivery;
  }

  async #attempt(
    to: Recipient,
    perform: (context: TurnContext, reference: ConversationReference) => Promise<string>,
  ): Promise<{ delivery: Delivery; reference: ConversationReference | null }> {
    const found = await this.#recipients.find(to);
    if ('outcome' in found) return { delivery: found, reference: null };
    let reference = 'member' in found ? null : found;
    try {
      const known = 'member' in found ? await this.#openChat(found.template, found.member) : found;
      reference = known;
      let activity = '';
      await this.#in(known, async (context) => {
        activity = await perform(context, known);
      });
      return { delivery: { outcome: 'sent', activity }, reference };
    } catch (error) {
      return { delivery: this.#failed(error), reference };
    }
  }

  /** Opens the personal chat with a member of the tenant who has not written yet. */
  async #openChat(template: ConversationReference, member: string): Promise<ConversationReference> {
    const { bot, tenantId } = template;
    let id = '';
    await this.#in(template, async (context) => {
      const parameters = {
        isGroup: false,
        bot,
        members: [{ id: member }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      };
      id = (await this.#client(context).conversations.createConversation(parameters as any)).id;
    });
    const opened = { ...template, id };
    await this.options.conversations.remember(opened);
    return opened;
  }

  #in(reference: ConversationReference, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const { id, kind, serviceUrl, channelId, tenantId, bot, user } = reference;
    const conversation = {
      id,
      isGroup: kind !== 'personal',
      conversationType: kind === 'group' ? 'groupChat' : kind,
      tenantId,
    };
    const continued: any = { serviceUrl, channelId, conversation, bot: bot ?? undefined, user: user ?? undefined };
    return this.options.adapter.continueConversationAsync(this.options.botId, continued, logic);
  }

  #client(context: TurnContext): ConnectorClient {
    return context.turnState.get(this.options.adapter.ConnectorClientKey);
  }

  #failed(error: unknown): Delivery {
    const delivery = toDelivery(error);
    const { log } = this.options;
    if (error instanceof NoToken || delivery.outcome === 'refused' || delivery.outcome === 'disabled') {
      log.error({ ...delivery, ...trace(error) }, 'a message could not be sent');
    } else log[delivery.outcome === 'unreachable' ? 'info' : 'warn'](delivery, 'a message could not be sent');
    return delivery;
  }

  /** Remembers what a send says about the conversation. */
  async #note(delivery: Delivery, reference: ConversationReference | null): Promise<Delivery> {
    if (!reference || delivery.outcome !== 'unreachable') return delivery;
    const { reason } = delivery;
    if (reason === 'gone') await this.options.conversations.forget(reference);
    if (reason === 'blocked' || reason === 'not-installed') await this.options.conversations.block(reference, reason);
    return delivery;
  }
}

/** Posts the first message of a new thread in a channel. */
async function startThread(
  client: ConnectorClient,
  { id, tenantId, bot }: ConversationReference,
  activity: Partial<Activity>,
): Promise<string> {
  const channelData = { channel: { id }, ...(tenantId ? { tenant: { id: tenantId } } : {}) };
  const parameters = { isGroup: true, bot: bot ?? undefined, tenantId: tenantId ?? undefined, channelData, activity };
  const created = await client.conversations.createConversation(parameters as any);
  return created.activityId ?? created.id.split(';messageid=')[1] ?? '';
}
