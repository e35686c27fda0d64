import type { Fate } from '../store/cosmos/line.js';

/** The share of calls that go wrong. */
const SHARE = 0.1;
const FATES: Fate[] = [
  { status: 429, headers: { 'x-ms-retry-after-ms': '100' } },
  { status: 503 },
  { status: 408 },
  'silent',
  // The same, but the database has carried it out.
  { lost: 503 },
  { lost: 408 },
  { lost: null },
];

/** Lets most calls pass and counts what becomes of the others. */
export class BadLine {
  readonly counts = new Map<string, number>();
  on = false;

  readonly fate = (): Fate => {
    if (!this.on || Math.random() >= SHARE) return 'pass';
    const fate = FATES[Math.floor(Math.random() * FATES.length)] ?? 'pass';
    const name = typeof fate === 'string' ? fate : 'status' in fate ? String(fate.status) : `lost ${fate.lost}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    return fate;
  };
}
