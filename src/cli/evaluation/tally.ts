/** How one conversation of a question set went. */
export interface Outcome {
  id: string;
  lang: string;
  tags: string[];
  turns: string[];
  replies: string[];
  faults: string[];
}
export interface Tally {
  /** A language in brackets, or a tag. */
  group: string;
  right: number;
  all: number;
}

/** Right answers by language and by tag, the weakest first. */
export function tally(outcomes: readonly Outcome[]): Tally[] {
  const groups = new Map<string, Tally>();
  for (const { lang, tags, faults } of outcomes) {
    for (const group of [`(${lang})`, ...new Set(tags)]) {
      const { right, all } = groups.get(group) ?? { right: 0, all: 0 };
      groups.set(group, { group, right: right + (faults.length === 0 ? 1 : 0), all: all + 1 });
    }
  }
  return [...groups.values()].sort((one, other) => one.right / one.all - other.right / other.all);
}

/** The table, the misses with what was asked and what is wrong, and the share of right answers. */
export function report(outcomes: readonly Outcome[]): string[] {
  const groups = tally(outcomes);
  const width = Math.max(...groups.map(({ group }) => group.length));
  const rows = groups.map(({ group, right, all }) => {
    const share = `${((right / all) * 100).toFixed(0)} %`;
    return `${group.padEnd(width)}  ${`${right}/${all}`.padStart(9)}  ${share.padStart(5)}`;
  });
  const misses = outcomes
    .filter(({ faults }) => faults.length > 0)
    .flatMap(({ id, turns, faults, replies }) => [
      `✗ ${id} ${turns.map((turn) => JSON.stringify(turn)).join(' → ')}`,
      `    ${faults.slice(0, 8).join('; ')}`,
      `    said: ${replies.join(' ⏎ ').replace(/\s+/g, ' ').slice(0, 300)}`,
    ]);
  return [...rows, ...(misses.length > 0 ? ['', ...misses] : []), '', summary(outcomes)];
}

/** Share of conversations that were right from first to last turn, 0…1. */
export function shareRight(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ faults }) => faults.length === 0).length / outcomes.length;
}

function summary(outcomes: readonly Outcome[]): string {
  const right = outcomes.filter(({ faults }) => faults.length === 0).length;
  return `${right} of ${outcomes.length} right, ${(shareRight(outcomes) * 100).toFixed(1)} %`;
}
