import { z } from 'zod/v4';
import { isWebAddress } from './service-url.js';

/** The platform's ids are printable ASCII; they travel in paths and headers of what is sent back. */
const ID = /^[\x20-\x7e]{1,1024}$/;
const id = z.string().regex(ID);
/**
 * Of optional fields only those of the right type are taken; the others are as good as absent. Looked at by hand: a
 * schema for each costs more than the rest of the turn's reading.
 */
const lenient = <T>(read: (value: unknown) => T | undefined) =>
  z
    .unknown()
    .transform((value) => (value === undefined || value === null ? undefined : read(value)))
    .optional();
const text = (longest = Infinity, shortest = 0) =>
  lenient((value) =>
    typeof value === 'string' && value.length >= shortest && value.length <= longest ? value : undefined,
  );
const anId = lenient((value) => (typeof value === 'string' && ID.test(value) ? value : undefined));
const like = <T extends z.ZodType>(type: T) => lenient((value) => type.safeParse(value).data);

const account = z.object({
  id,
  name: text(512),
  aadObjectId: text(128, 1),
  userRole: text(50),
  tenantId: text(128),
});
const withId = like(z.object({ id: anId }));
const mention = z.object({
  type: z.literal('mention'),
  text: text(),
  mentioned: z.object({ id, name: text() }),
});

/** The fields of a Bot Framework activity that Lotse uses; everything else is dropped at the door. */
const fields = z.object({
  type: z.string().min(1).max(100),
  id: anId,
  channelId: text(100),
  serviceUrl: z.string().max(1024).refine(isWebAddress, 'Invalid URL'),
  locale: text(50),
  from: like(account),
  recipient: like(account),
  conversation: z.object({
    id,
    conversationType: text(),
    tenantId: text(),
    isGroup: lenient((value) => (typeof value === 'boolean' ? value : undefined)),
  }),
  channelData: like(z.object({ tenant: like(z.object({ id: text() })), team: withId, channel: withId })),
  entities: lenient((value) => (Array.isArray(value) ? (value as unknown[]) : undefined)),
  replyToId: anId,
  deliveryMode: lenient((value) => (value === 'normal' || value === 'expectReplies' ? value : undefined)),
  text: text(),
  name: text(200),
  action: text(),
  value: z.unknown(),
  membersAdded: like(z.array(account)),
  membersRemoved: like(z.array(account)),
});

export type IncomingActivity = z.infer<typeof fields>;
export type Mention = z.infer<typeof mention>;

/** Somebody acts in these; without a sender they mean nothing. */
const SENT_BY_PEOPLE = new Set(['message', 'invoke']);

/** Reads a request body; `faults` are written for the sender of the request (`path: problem`). */
export function readActivity(body: unknown): { activity: IncomingActivity } | { faults: string[] } {
  const read = fields.safeParse(body);
  if (!read.success) {
    return { faults: read.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`) };
  }
  if (SENT_BY_PEOPLE.has(read.data.type) && !read.data.from) return { faults: ['from: a sender with an id is needed'] };
  return { activity: read.data };
}

/** The mentions among an activity's entities. */
export function mentions(activity: IncomingActivity): Mention[] {
  return (activity.entities ?? []).flatMap((entity) => {
    // Every activity carries other kinds; a failed parse costs more than the rest of the turn's reading.
    if ((entity as { type?: unknown } | null)?.type !== 'mention') return [];
    const read = mention.safeParse(entity);
    return read.success ? [read.data] : [];
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
