import { isFirstOfMonth } from '../programme/policies/due.js';
import { put, storeKey } from '../programme/store-key.js';
import type { ProgrammeStore } from '../programme/store.js';
import type { Scope } from './scope.js';

/** A personal digest somebody asked for. */
export interface Subscription {
  person: string;
  scopes: Scope[];
  cadence: 'weekly' | 'monthly';
}

const PARTITION = 'digest-subscriptions';

/** Everybody who gets a digest of their own. */
export async function subscriptions(store: ProgrammeStore): Promise<Subscription[]> {
  return (await store.list<Subscription>(PARTITION)).map(({ value }) => value);
}

/** Adds scopes to what a person gets and returns all of it; a scope asked for twice counts once. */
export async function subscribe(
  store: ProgrammeStore,
  person: string,
  wanted: readonly Scope[],
  cadence: Subscription['cadence'],
): Promise<Subscription> {
  const id = storeKey(person);
  const before = (await store.get<Subscription>(PARTITION, id))?.value.scopes ?? [];
  const others = before.filter((each) => !wanted.some(({ kind, id }) => each.kind === kind && each.id === id));
  const subscription = { person, scopes: [...others, ...wanted], cadence };
  await put(store, PARTITION, id, subscription);
  return subscription;
}

/** Whether there was one to end. */
export async function unsubscribe(store: ProgrammeStore, person: string): Promise<boolean> {
  const id = storeKey(person);
  if (!(await store.get(PARTITION, id))) return false;
  await store.remove(PARTITION, id);
  return true;
}

/** Monthly ones come with the digest of the week in which the month's first Thursday lies. */
export function isDue({ cadence }: Subscription, week: string): boolean {
  return cadence === 'weekly' || isFirstOfMonth(week);
}
