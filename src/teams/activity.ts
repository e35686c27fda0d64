import { z } from 'zod/v4';

/** The platform's ids are printable ASCII; they travel in paths and headers of what is sent back. */
const id = z.string().regex(/^[\x20-\x7e]{1,1024}$/);
/** Of optional fields only those of the right type are taken; the others are as good as absent. */
const lenient = <T extends z.ZodType>(type: T) => type.nullish().catch(undefined);

const account = z.object({
  id,
  name: lenient(z.string().max(512)),
  aadObjectId: lenient(z.string().min(1).max(128)),
  userRole: lenient(z.string().max(50)),
  tenantId: lenient(z.string().max(128)),
});
const tenant = lenient(z.object({ id: lenient(z.string()) }));
const mention = z.object({
  type: z.literal('mention'),
  text: lenient(z.string()),
  mentioned: z.object({ id, name: lenient(z.string()) }),
});

/** The fields of a Bot Framework activity that Lotse uses; everything else is dropped at the door. */
const fields = z.object({
  type: z.string().min(1).max(100),
  id: lenient(id),
  channelId: lenient(z.string().max(100)),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1024),
  locale: lenient(z.string().max(50)),
  from: lenient(account),
  recipient: lenient(account),
  conversation: z.object({
    id,
    conversationType: lenient(z.string()),
    tenantId: lenient(z.string()),
    isGroup: lenient(z.boolean()),
  }),
  channelData: lenient(
    z.object({
      tenant,
      team: lenient(z.object({ id: lenient(id) })),
      channel: lenient(z.object({ id: lenient(id) })),
    }),
  ),
  entities: lenient(z.array(z.unknown())),
  replyToId: lenient(id),
  deliveryMode: lenient(z.enum(['normal', 'expectReplies'])),
  text: lenient(z.string()),
  name: lenient(z.string().max(200)),
  action: lenient(z.string()),
  value: z.unknown(),
  membersAdded: lenient(z.array(account)),
  membersRemoved: lenient(z.array(account)),
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
