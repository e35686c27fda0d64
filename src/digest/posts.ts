import { put, storeKey } from '../programme/store-key.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { Lang } from '../programme/text.js';

/** A digest as it stands in a channel. */
export interface DigestPost {
  week: string;
  conversation: string;
  /** The platform's id of the message, by which it is updated. */
  activity: string;
  lang: Lang;
}

/** Remembers where a digest stands, so that it can be updated there. */
export async function notePost(store: ProgrammeStore, post: DigestPost): Promise<void> {
  await put(store, partitionOf(post.week), storeKey(post.conversation), post);
}

/** Where the digest of a week stands. */
export async function postsOf(store: ProgrammeStore, week: string): Promise<DigestPost[]> {
  return (await store.list<DigestPost>(partitionOf(week))).map(({ value }) => value);
}

/** A week's digest as it stands in a conversation, or undefined. */
export async function postIn(
  store: ProgrammeStore,
  week: string,
  conversation: string,
): Promise<DigestPost | undefined> {
  return (await store.get<DigestPost>(partitionOf(week), storeKey(conversation)))?.value;
}

function partitionOf(week: string): string {
  return `digest-posts-${week}`;
}
