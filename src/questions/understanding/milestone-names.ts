import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import { isContent } from './lexicon.js';
import { root } from './stem.js';
import { tokenise, type Token } from './tokens.js';

export interface NamedMilestone {
  project: string;
  /** The title, word for word as the programme file has it. */
  title: string;
}
interface Entry extends NamedMilestone {
  /** Roots of the title's content words. */
  roots: readonly string[];
  /** Those of the project's own title: they name the project rather than the milestone. */
  own: ReadonlySet<string>;
}

/** "Tiefbau abgeschlossen" is named by "wann ist der Tiefbau fertig?" as well. */
const COMPLETED = new Set(
  [
    'abgeschlossen',
    'abschluss',
    'fertig',
    'beendet',
    'erreicht',
    'complete',
    'completed',
    'finished',
    'done',
    'ready',
  ].map(root),
);
const entries = new WeakMap<Programme, readonly Entry[]>();

/**
 * The milestones whose title the words hold, those with the most words of it first. A title must be said whole unless
 * its project is named as well; then the greater part of it is enough.
 */
export function milestonesNamed(
  programme: Programme,
  tokens: readonly Token[],
  named: readonly string[],
): NamedMilestone[] {
  const said = new Set(tokens.filter(isTelling).map((token) => root(token.word)));
  const saysDone = [...COMPLETED].some((word) => said.has(word));
  let most = 0;
  const found: { entry: Entry; count: number }[] = [];
  for (const entry of entriesOf(programme)) {
    const held = entry.roots.filter((word) => said.has(word) || (saysDone && COMPLETED.has(word)));
    const telling = held.filter((word) => !COMPLETED.has(word) && !entry.own.has(word));
    if (telling.length === 0) continue;
    const ofNamed =
      named.includes(entry.project) || (entry.own.size > 0 && [...entry.own].every((word) => said.has(word)));
    const whole = held.length === entry.roots.length && held.length >= 2;
    if (!whole && !(ofNamed && held.length / entry.roots.length >= 0.6)) continue;
    const count = held.length + (ofNamed ? 1 : 0);
    found.push({ entry, count });
    most = Math.max(most, count);
  }
  return found.filter(({ count }) => count === most).map(({ entry: { project, title } }) => ({ project, title }));
}

function entriesOf(programme: Programme): readonly Entry[] {
  let known = entries.get(programme);
  if (!known) {
    known = programme.projects.flatMap(({ id, title, milestones }) => {
      const own = new Set(wordings(title).flatMap(rootsOf));
      return milestones.flatMap((milestone) =>
        wordings(milestone.title).map((wording): Entry => ({
          project: id,
          title: wording,
          roots: rootsOf(wording),
          own,
        })),
      );
    });
    entries.set(programme, known);
  }
  return known;
}

const rootsOf = (text: string): string[] => [
  ...new Set(
    tokenise(text)
      .filter(isTelling)
      .map((token) => root(token.word)),
  ),
];
const isTelling = (token: Token): boolean =>
  token.kind === 'number' || COMPLETED.has(root(token.word)) || isContent(token.word) || token.glued;
