import { put, storeKey } from '../../programme/store-key.js';
import { DRAFTS, type Draft } from '../../reporting/draft.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';

/** What the acting person left about these projects. */
export async function draftsOf({ store }: Services, { actor }: Turn, projects: readonly string[]): Promise<Draft[]> {
  const { person } = actor;
  if (!person) return [];
  const found = await Promise.all(projects.map((project) => store.get<Draft>(DRAFTS, keyOf(person.id, project))));
  return found.flatMap((stored) => (stored ? [stored.value] : []));
}

/** Keeps drafts; a store that is away costs the draft, not the answer that holds the same. */
export async function keepDrafts({ store, log }: Services, { actor }: Turn, drafts: readonly Draft[]): Promise<void> {
  const { person } = actor;
  if (!person) return;
  try {
    for (const draft of drafts) await put(store, DRAFTS, keyOf(person.id, draft.project), draft);
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'drafts could not be kept');
  }
}

/** Forgets what was sent or is not wanted any more. */
export async function dropDrafts({ store }: Services, { actor }: Turn, projects: readonly string[]): Promise<void> {
  const { person } = actor;
  if (!person) return;
  for (const project of projects) await store.remove(DRAFTS, keyOf(person.id, project));
}

/** Drafts of everybody lie in one place, found by the person's and the project's key. */
function keyOf(person: string, project: string): string {
  return storeKey(`${storeKey(person)}~${storeKey(project)}`);
}
