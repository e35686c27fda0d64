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

/** Where personal digests that were asked for lie in the store, by person. */
export const SUBSCRIPTIONS = 'digest-subscriptions';

/** Everybody who gets a digest of their own. */
export async function subscriptions(store: ProgrammeStore): Promise<Subscription[]> {
  return (await store.list<Subscription>(SUBSCRIPTIONS)).map(({ value }) => value);
}

/** What a person gets, or null. */
export async function subscriptionOf(store: ProgrammeStore, person: string): Promise<Subscription | null> {
  return (await store.get<Subscription>(SUBSCRIPTIONS, storeKey(person)))?.value ?? null;
}

/**
 * Adds scopes to what a person gets and returns all of it; a scope asked for twice counts once. All come in one digest,
 * so they have one rhythm: with `cadence` null it stays as it was, and is weekly at first.
 */
export async function subscribe(
  store: ProgrammeStore,
  person: string,
  wanted: readonly Scope[],
  cadence: Subscription['cadence'] | null,
): Promise<Subscription> {
  const id = storeKey(person);
  const before = await subscriptionOf(store, person);
  const others = (before?.scopes ?? []).filter(
    (each) => !wanted.some(({ kind, id }) => each.kind === kind && each.id === id),
  );
  const subscription: Subscription = {
    person,
    scopes: [...others, ...wanted],
    cadence: cadence ?? before?.cadence ?? 'weekly',
  };
  await put(store, SUBSCRIPTIONS, id, subscription);
  return subscription;
}

/** Takes one scope out, or all where none is given; whether there was something to end. */
export async function unsubscribe(store: ProgrammeStore, person: string, scope: Scope | null = null): Promise<boolean> {
  const id = storeKey(person);
  const before = await subscriptionOf(store, person);
  if (!before) return false;
  const left = before.scopes.filter((each) => scope && (each.kind !== scope.kind || each.id !== scope.id));
  if (left.length > 0) await put(store, SUBSCRIPTIONS, id, { ...before, scopes: left });
  else await store.remove(SUBSCRIPTIONS, id);
  return left.length < before.scopes.length;
}

/** Monthly ones come with the digest of the week in which the month's first Thursday lies. */
export function isDue({ cadence }: Subscription, week: string): boolean {
  return cadence === 'weekly' || isFirstOfMonth(week);
}
