import type { ProgrammeStore } from '../programme/store.js';
import { draftKey, DRAFTS, type Draft } from '../reporting/draft.js';

const AT_ONCE = 500;

/** Everybody's drafts at once: there are few of them, and many people to be asked. */
export async function readDrafts(
  store: ProgrammeStore,
): Promise<(person: string, projects: readonly string[]) => Draft[]> {
  const drafts = new Map<string, Draft>();
  for (let after: string | undefined; ;) {
    const found = await store.list<Draft>(DRAFTS, { after, limit: AT_ONCE });
    for (const { id, value } of found) drafts.set(id, value);
    after = found.at(-1)?.id;
    if (found.length < AT_ONCE) break;
  }
  return (person, projects) => projects.flatMap((project) => drafts.get(draftKey(person, project)) ?? []);
}
