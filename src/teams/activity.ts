import { isWebAddress } from './service-url.js';

/** Somebody or something that takes part in a conversation. */
export interface Account {
  id: string;
  name?: string | undefined;
  aadObjectId?: string | undefined;
  userRole?: string | undefined;
  tenantId?: string | undefined;
}

/** The fields of a Bot Framework activity that Lotse uses; everything else is dropped at the door. */
export interface IncomingActivity {
  type: string;
  serviceUrl: string;
  conversation: {
    id: string;
    conversationType?: string | undefined;
    tenantId?: string | undefined;
    isGroup?: boolean | undefined;
  };
  id?: string | undefined;
  channelId?: string | undefined;
  locale?: string | undefined;
  from?: Account | undefined;
  recipient?: Account | undefined;
  channelData?:
    | {
        tenant?: { id: string | undefined } | undefined;
        team?: { id: string } | undefined;
        channel?: { id: string } | undefined;
      }
    | undefined;
  entities?: unknown[] | undefined;
  replyToId?: string | undefined;
  deliveryMode?: 'normal' | 'expectReplies' | undefined;
  text?: string | undefined;
  name?: string | undefined;
  action?: string | undefined;
  value?: unknown;
  membersAdded?: Account[] | undefined;
  membersRemoved?: Account[] | undefined;
}
export interface Mention {
  text: string | undefined;
  mentioned: Account;
}

/** The platform's ids are printable ASCII; they travel in paths and headers of what is sent back, where dots lead elsewhere. */
const ID = /^(?!\.{1,2}$)[\x20-\x7e]{1,1024}$/;
/** Somebody acts in these; without a sender they mean nothing. */
const SENT_BY_PEOPLE = new Set(['message', 'invoke']);

/**
 * Reads a request body; `faults` are written for the sender of the request (`path: problem`). Of optional fields only
 * those of the right type are taken; the others are as good as absent. By hand and not by a schema library: this is on
 * the way of every turn, of which a schema took a tenth.
 */
export function readActivity(body: unknown): { activity: IncomingActivity } | { faults: string[] } {
  const given = record(body);
  const conversation = record(given.conversation);
  const faults: string[] = [];
  const need = <T>(path: string, value: T | undefined, what: string): T | undefined => {
    if (value === undefined) faults.push(`${path}: ${what} is needed`);
    return value;
  };
  const type = need('type', text(given.type, 100) || undefined, 'a type of at most 100 characters');
  const address = text(given.serviceUrl, 1024);
  const serviceUrl = need('serviceUrl', address && isWebAddress(address) ? address : undefined, 'a web address');
  const conversationId = need('conversation.id', id(conversation.id), 'an id of printable ASCII');
  const from = accountOf(given.from);
  if (type !== undefined && SENT_BY_PEOPLE.has(type)) need('from', from, 'a sender with an id');
  if (type === undefined || serviceUrl === undefined || conversationId === undefined || faults.length > 0)
    return { faults };
  const { isGroup } = conversation;
  const { entities, deliveryMode } = given;
  return {
    activity: {
      type,
      id: id(given.id),
      channelId: text(given.channelId, 100),
      serviceUrl,
      locale: text(given.locale, 50),
      from,
      recipient: accountOf(given.recipient),
      conversation: {
        id: conversationId,
        conversationType: text(conversation.conversationType),
        tenantId: text(conversation.tenantId),
        isGroup: typeof isGroup === 'boolean' ? isGroup : undefined,
      },
      channelData: channelDataOf(given.channelData),
      entities: Array.isArray(entities) ? (entities as unknown[]) : undefined,
      replyToId: id(given.replyToId),
      deliveryMode: deliveryMode === 'normal' || deliveryMode === 'expectReplies' ? deliveryMode : undefined,
      text: text(given.text),
      name: text(given.name, 200),
      action: text(given.action),
      value: given.value,
      membersAdded: accountsOf(given.membersAdded),
      membersRemoved: accountsOf(given.membersRemoved),
    },
  };
}

/** The value's fields; of what has none, none. */
function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown, longest = Infinity): string | undefined {
  return typeof value === 'string' && value.length <= longest ? value : undefined;
}

function id(value: unknown): string | undefined {
  return typeof value === 'string' && ID.test(value) ? value : undefined;
}

function accountOf(value: unknown): Account | undefined {
  const given = record(value);
  const known = id(given.id);
  if (known === undefined) return undefined;
  return {
    id: known,
    name: text(given.name, 512),
    aadObjectId: text(given.aadObjectId, 128) || undefined,
    userRole: text(given.userRole, 50),
    tenantId: text(given.tenantId, 128),
  };
}

function accountsOf(value: unknown): Account[] | undefined {
  return Array.isArray(value) ? value.flatMap((one) => accountOf(one) ?? []) : undefined;
}

function channelDataOf(value: unknown): IncomingActivity['channelData'] {
  const { tenant, team, channel } = record(value);
  const named = (part: unknown) => {
    const known = id(record(part).id);
    return known === undefined ? undefined : { id: known };
  };
  // Of a tenant whatever it says, so that what is not ours is seen to be foreign.
  return { tenant: { id: text(record(tenant).id) }, team: named(team), channel: named(channel) };
}

/** The mentions among an activity's entities. */
export function mentions(activity: IncomingActivity): Mention[] {
  return (activity.entities ?? []).flatMap((entity) => {
    const { type, text: written, mentioned } = record(entity);
    const account = accountOf(mentioned);
    return type === 'mention' && account ? [{ text: text(written), mentioned: account }] : [];
  });
}

export type ConversationKind = 'personal' | 'group' | 'channel';

/** A one-to-one chat, a group chat or a channel of a team. */
export function conversationKind(activity: IncomingActivity): ConversationKind {
  const { conversation, channelData } = activity;
  if (conversation.conversationType === 'channel' || channelData?.team) return 'channel';
  if (conversation.conversationType === 'groupChat' || conversation.isGroup) return 'group';
  return 'personal';
}

/** The conversation's own id: of a thread in a channel, the channel's. */
export function conversationId(activity: IncomingActivity): string {
  return activity.conversation.id.split(';', 1)[0] ?? activity.conversation.id;
}
