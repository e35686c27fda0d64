import { randomUUID } from 'node:crypto';
import type { Activity, Connector } from './connector.js';
import { readable } from './seen.js';

export const TENANT = '11111111-1111-4111-8111-111111111111';
export const BOT_ACCOUNT = { id: '28:lotse', name: 'Lotse' };

export interface Conversation {
  id: string;
  conversationType: 'personal' | 'groupChat' | 'channel';
  tenantId: string;
  isGroup?: boolean;
}
/** A thread of a channel; `thread` is the id of its first message. */
export function channelThread(channel: string, thread = 'root-0'): Conversation {
  return { id: `${channel};messageid=${thread}`, conversationType: 'channel', tenantId: TENANT, isGroup: true };
}
export function groupChat(id = `19:group-${randomUUID()}@thread.v2`): Conversation {
  return { id, conversationType: 'groupChat', tenantId: TENANT, isGroup: true };
}

/** What came of something a person did: the bot's HTTP answer and the calls it made until then. */
export interface Outcome {
  status: number;
  /** The HTTP answer's body (the answer to an invoke), parsed where it is JSON. */
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
  /** New messages and replacements, in order. */
  messages: Activity[];
  /** Everything the person could read in the messages and the answer. */
  text: string;
}

export interface PersonOptions {
  name?: string;
  aadObjectId?: string | null;
  userPrincipalName?: string;
  locale?: string;
  conversation?: Conversation;
  token?: () => Promise<string>;
}

/** Somebody with a Teams client, talking to the bot at `bot` (its base address) through `connector`. */
export class Person {
  readonly id: string;
  readonly aadObjectId: string | null;
  conversation: Conversation;
  locale: string;

  constructor(
    private readonly bot: string,
    private readonly connector: Connector,
    private readonly options: PersonOptions = {},
  ) {
    this.aadObjectId = options.aadObjectId === undefined ? randomUUID() : options.aadObjectId;
    this.id = `29:${this.aadObjectId ?? randomUUID()}`;
    this.locale = options.locale ?? 'de-DE';
    this.conversation = { id: `a:chat-${this.id}`, conversationType: 'personal', tenantId: TENANT };
    this.join(options.conversation ?? this.conversation);
  }

  /** Talks in another conversation from now on and stands in its roster. */
  join(conversation: Conversation): this {
    this.conversation = conversation;
    const roster = this.connector.rosters.get(conversation.id) ?? [];
    if (!roster.some((account) => account.id === this.id)) {
      this.connector.rosters.set(conversation.id, [...roster, this.account()]);
    }
    return this;
  }

  account(): Activity {
    const upn = this.options.userPrincipalName ?? `${this.id.slice(3)}@example.invalid`;
    return {
      id: this.id,
      name: this.options.name ?? 'Erika Muster',
      ...this.#aad(),
      userPrincipalName: upn,
      email: upn,
    };
  }

  /** An activity of this person with everything Teams adds. */
  activity(type: string, more: Activity = {}): Activity {
    const now = new Date().toISOString();
    const channel = this.conversation.id.split(';')[0];
    const inChannel = this.conversation.conversationType === 'channel';
    return {
      type,
      id: `in-${randomUUID()}`,
      timestamp: now,
      localTimestamp: now,
      localTimezone: 'Europe/Berlin',
      channelId: 'msteams',
      serviceUrl: this.connector.url,
      locale: this.locale,
      from: { id: this.id, name: this.options.name ?? 'Erika Muster', ...this.#aad() },
      recipient: BOT_ACCOUNT,
      conversation: this.conversation,
      entities: [
        { type: 'clientInfo', locale: this.locale, country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' },
      ],
      channelData: {
        tenant: { id: TENANT },
        ...(inChannel ? { team: { id: '19:team@thread.tacv2' }, channel: { id: channel } } : {}),
      },
      ...more,
    };
  }

  /** Posts any activity as it is. */
  async post(activity: unknown, headers: Record<string, string> = {}): Promise<Outcome> {
    const before = this.connector.calls.length;
    const token: Record<string, string> = {};
    if (this.options.token) token.authorization = `Bearer ${await this.options.token()}`;
    const response = await fetch(`${this.bot}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...token, ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    const body = parsed(await response.text());
    const messages = this.connector.calls
      .slice(before)
      .filter((call) => call.status !== null && call.status < 300)
      .map((call) => call.body?.activity ?? call.body)
      .filter((sent) => sent?.type === 'message');
    return { status: response.status, body, messages, text: readable([messages, body]) };
  }

  /** Says something; the outcome holds what the bot answered in its turn. */
  say(text: string, more: Activity = {}): Promise<Outcome> {
    return this.post(this.activity('message', { text, textFormat: 'plain', ...more }));
  }

  /** Says something to the bot by name, as one must in channels. */
  mention(text: string, more: Activity = {}): Promise<Outcome> {
    const mention = { type: 'mention', text: `<at>${BOT_ACCOUNT.name}</at>`, mentioned: BOT_ACCOUNT };
    const base = this.activity('message');
    return this.post({ ...base, text: `${mention.text} ${text}`, entities: [...base.entities, mention], ...more });
  }

  /** Presses a card's button with what was filled in; `on` is the id of the message with the card. */
  press(button: Activity, inputs: Activity = {}, on?: string): Promise<Outcome> {
    const data = { ...button.data, ...inputs };
    if (button.type === 'Action.Submit') return this.post(this.activity('message', { replyToId: on, value: data }));
    if (button.type !== 'Action.Execute') throw new Error(`a ${button.type} sends nothing to the bot`);
    const action = { type: button.type, id: button.id, title: button.title, verb: button.verb, data };
    return this.invoke('adaptiveCard/action', { action, trigger: 'manual' }, { replyToId: on });
  }

  /** The same button in a client that does not know Action.Execute. */
  pressFallback(button: Activity, inputs: Activity = {}, on?: string): Promise<Outcome> {
    return this.press(button.fallback, inputs, on);
  }

  invoke(name: string, value: unknown, more: Activity = {}): Promise<Outcome> {
    return this.post(this.activity('invoke', { name, value, ...more }));
  }

  /** Installs the app where this person is: both activities that Teams sends. */
  async install(): Promise<Outcome[]> {
    const added = this.activity('conversationUpdate', { membersAdded: [BOT_ACCOUNT, this.account()] });
    return [await this.post(added), await this.post(this.activity('installationUpdate', { action: 'add' }))];
  }

  async uninstall(): Promise<Outcome[]> {
    const removed = this.activity('conversationUpdate', { membersRemoved: [BOT_ACCOUNT] });
    return [await this.post(removed), await this.post(this.activity('installationUpdate', { action: 'remove' }))];
  }

  #aad(): { aadObjectId?: string } {
    return this.aadObjectId === null ? {} : { aadObjectId: this.aadObjectId };
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
