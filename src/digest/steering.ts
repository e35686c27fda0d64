import { LANGUAGES, type Lang } from '../programme/text.js';
import { put, storeKey } from '../programme/store-key.js';
import type { ProgrammeStore } from '../programme/store.js';

/** A channel the digest goes to. */
export interface SteeringChannel {
  conversation: string;
  /** The language the channel reads it in. */
  lang: Lang;
}

const PARTITION = 'steering';

/** The channels the digest goes to: the configured one, and those a person of the office chose by "digest hier". */
export async function steeringChannels(
  store: ProgrammeStore,
  configured: string | null,
): Promise<readonly SteeringChannel[]> {
  const chosen = (await store.list<SteeringChannel>(PARTITION)).map(({ value }) => value);
  const known = chosen.some(({ conversation }) => conversation === configured);
  return configured === null || known ? chosen : [{ conversation: configured, lang: LANGUAGES[0] }, ...chosen];
}

/** Makes a channel a steering channel (or changes its language). */
export async function addSteeringChannel(store: ProgrammeStore, channel: SteeringChannel): Promise<void> {
  await put(store, PARTITION, storeKey(channel.conversation), channel);
}

/** Whether there was one to remove; the configured one stays whatever is chosen. */
export async function removeSteeringChannel(store: ProgrammeStore, conversation: string): Promise<boolean> {
  const id = storeKey(conversation);
  if (!(await store.get(PARTITION, id))) return false;
  await store.remove(PARTITION, id);
  return true;
}
