import type { Activity, Call, Posted } from './connector.js';

/** What the routes keep. */
export interface Platform {
  url: string;
  posted: Posted[];
  rosters: Map<string, Activity[]>;
  created: { id: string; parameters: Activity }[];
  nextId(prefix: string): string;
}

/** A refusal in the platform's own form. */
export class PlatformError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

type Answer = [status: number, body: unknown];

/** Does what the connector service does for a call; throws a PlatformError where it would refuse. */
export function route(platform: Platform, call: Call, query: URLSearchParams): Answer {
  const [area, id, part, member] = call.path;
  if (area === 'conversations' && !id && call.method === 'POST') return open(platform, call.body);
  if (area === 'conversations' && id && part === 'activities') return activities(platform, call, id);
  if (area === 'conversations' && id && part === 'members') return members(platform, id, member);
  if (area === 'conversations' && id && part === 'pagedmembers') return page(platform, id, query);
  if (area === 'teams' && id) return [200, { id, name: 'Team' }];
  throw new PlatformError(404, 'NotFound');
}

function open(platform: Platform, parameters: Activity): Answer {
  const channel = parameters.channelData?.channel?.id;
  const root = platform.nextId('root');
  const id = channel ? `${channel};messageid=${root}` : `a:personal-${parameters.members?.[0]?.id}`;
  platform.created.push({ id, parameters });
  if (parameters.activity) post(platform, channel ?? id, null, parameters.activity, root);
  return [201, { id, activityId: parameters.activity ? root : undefined, serviceUrl: platform.url }];
}

function activities(platform: Platform, call: Call, conversation: string): Answer {
  if (call.method === 'POST') return [201, { id: post(platform, conversation, call.activity, call.body) }];
  // A message of a channel is reached through the channel and through any of its threads.
  const inSame = (post: Posted) => post.conversation.split(';')[0] === conversation.split(';')[0];
  const standing = platform.posted.find((post) => post.id === call.activity && inSame(post));
  if (!standing) throw new PlatformError(404, 'ActivityNotFoundInConversation');
  if (call.method === 'PUT') {
    standing.activity = call.body;
    standing.updates++;
    return [200, { id: standing.id }];
  }
  if (call.method !== 'DELETE') throw new PlatformError(405, 'MethodNotAllowed');
  platform.posted = platform.posted.filter((post) => post !== standing);
  return [200, undefined];
}

function post(
  platform: Platform,
  conversation: string,
  replyTo: string | null,
  activity: Activity,
  id = platform.nextId('act'),
): string {
  platform.posted.push({ id, conversation, replyTo, activity, updates: 0 });
  return id;
}

function members(platform: Platform, conversation: string, member: string | undefined): Answer {
  const roster = platform.rosters.get(conversation) ?? [];
  if (!member) return [200, roster];
  const found = roster.find((account) => account.id === member || account.aadObjectId === member);
  if (!found) throw new PlatformError(404, 'MemberNotFoundInConversation');
  return [200, found];
}

function page(platform: Platform, conversation: string, query: URLSearchParams): Answer {
  const roster = platform.rosters.get(conversation) ?? [];
  const start = Number(query.get('continuationToken') ?? 0);
  const end = start + Number(query.get('pageSize') ?? 500);
  const more = end < roster.length ? { continuationToken: String(end) } : {};
  return [200, { members: roster.slice(start, end), ...more }];
}
