import { LIGHT } from './lexicon.js';
import type { NameMatch } from './names.js';
import { said, type Thing } from './sentence.js';
import type { Token } from './tokens.js';

/** "Für Pendler oder Touristen", "für Familien, Firmen und Vereine": what "für" says of the first holds of those joined to it. */
export function joinedGroups(tokens: readonly Token[], names: readonly NameMatch[], things: readonly Thing[]): Thing[] {
  const groups = things.filter(({ noun }) => noun === 'targetGroup');
  if (groups.length === 0) return [];
  const found: Thing[] = [];
  for (const { from, to, names: called } of [...names].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const ids = called.filter(({ noun }) => noun === 'targetGroup').map(({ id }) => id);
    if (ids.length === 0 || [...things, ...found].some((thing) => from < thing.to && thing.from < to)) continue;
    const joined = [...groups, ...found].some(({ to: end }) => {
      const gap = tokens.slice(end, from).map(({ word }) => word);
      const comma = tokens[end - 1]?.after.trim() === ',';
      return comma ? gap.length === 0 : JOINTS.has(gap[0] ?? '') && gap.slice(1).every((word) => LIGHT.has(word));
    });
    if (joined) found.push({ noun: 'targetGroup', ids, from, to, via: 'name', said: said(tokens, from, to) });
  }
  return found;
}
const JOINTS = new Set(['und', 'oder', 'sowie', 'bzw', 'and', 'or']);
