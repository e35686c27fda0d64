import { trace } from '../../programme/log.js';
import { put } from '../../programme/store-key.js';
import { draftKey, DRAFTS, type Draft } from '../../reporting/draft.js';
import { StoreUnavailable } from '../../programme/store.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';

/** What the acting person left about these projects; nothing while the store is away. */
export async function draftsOf(
  { store, ledger }: Services,
  { actor }: Turn,
  projects: readonly string[],
): Promise<Draft[]> {
  const { person } = actor;
  // Who is cut off need not wait to find out that drafts are out of reach as well.
  if (!person || ledger.cutOff()) return [];
  try {
    const found = await Promise.all(projects.map((project) => store.get<Draft>(DRAFTS, draftKey(person.id, project))));
    return found.flatMap((stored) => (stored ? [stored.value] : []));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return [];
  }
}

/** Keeps drafts; a store that is away costs the draft, not the answer that holds the same. */
export async function keepDrafts({ store, log }: Services, { actor }: Turn, drafts: readonly Draft[]): Promise<void> {
  const { person } = actor;
  if (!person) return;
  try {
    for (const draft of drafts) await put(store, DRAFTS, draftKey(person.id, draft.project), draft);
  } catch (error) {
    log.warn(trace(error), 'drafts could not be kept');
  }
}

/** Forgets what was sent or is not wanted any more. A draft that outlives its report is not shown again. */
export async function dropDrafts(
  { store, log }: Services,
  { actor }: Turn,
  projects: readonly string[],
): Promise<void> {
  const { person } = actor;
  if (!person) return;
  try {
    for (const project of projects) await store.remove(DRAFTS, draftKey(person.id, project));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    log.warn(trace(error), 'drafts could not be dropped');
  }
}
