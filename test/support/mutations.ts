import fc from 'fast-check';
import type { Activity } from './connector.js';

/** Values that broke programs before. */
const NASTY: unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  1e308,
  [],
  {},
  [[[]]],
  '\u0000',
  '\ud800',
  '🙂'.repeat(400),
  'x'.repeat(20_000),
  '${$root}',
  '{{name}}',
  '<at>Lotse</at>',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; DROP TABLE documents; --",
  '*_~`[x](javascript:alert(1))',
  '2026-02-30',
  'NaN',
  '１２',
];
type Path = (string | number)[];

/** What is done to the value at a place: taken out, replaced, or told twice. */
const change = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('replace' as const), value: fc.constantFrom(...NASTY) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace' as const), value: fc.jsonValue({ maxDepth: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wrap' as const), deep: fc.integer({ min: 1, max: 50 }) }) },
);

/** `perPlace` mutations of every single place of every activity, the same for the same seed. */
export function mutations(activities: Activity[], { perPlace, seed }: { perPlace: number; seed: number }): Activity[] {
  const places = activities.flatMap((activity) => pathsOf(activity).map((path) => ({ activity, path })));
  const changes = fc.sample(change, { seed, numRuns: places.length * perPlace });
  return changes.map((one, n) => {
    const { activity, path } = places[n % places.length]!;
    const mutated = structuredClone(activity);
    const key = path.at(-1)!;
    const parent = path.slice(0, -1).reduce<Activity>((node, step) => node[step], mutated);
    if (one.kind === 'remove') Reflect.deleteProperty(parent, key);
    else if (one.kind === 'replace') parent[key] = one.value;
    else
      for (let depth = 0; depth < one.deep; depth++) parent[key] = depth % 2 ? [parent[key]] : { inner: parent[key] };
    // Its own id, else it is taken for the same activity posted again wherever the change makes no difference.
    if (mutated.id === activity.id && activity.id !== undefined) mutated.id = `${activity.id}-${n}`;
    return mutated;
  });
}

/** All places inside, from the outermost on. */
function pathsOf(value: unknown): Path[] {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    return [[step], ...pathsOf(inner).map((rest) => [step, ...rest])];
  });
}
