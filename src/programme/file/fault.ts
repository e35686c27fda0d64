import type { core } from 'zod/v4';
import { editDistance } from '../edit-distance.js';

export type Path = readonly (string | number)[];

/** Something wrong with a programme file. `file.<code>` in the locales is its wording, filled with `details`. */
export interface Fault {
  code: string;
  /** Where, as JSONPath: `$.projects[3].lead.department`; `$` is the whole file. */
  path: string;
  /** Line in the file, from 1; null where it cannot be told. */
  line: number | null;
  /** Id of the list entry the fault is in, where it has one. */
  subject: string | null;
  details: Record<string, string | number>;
}

/** A fault before its place in the text has been looked up. */
export interface Finding {
  code: string;
  path: Path;
  details: Record<string, string | number>;
}

const MAX_QUOTED = 60;
const IDENTIFIER = /^[A-Za-z_][\w]*$/;

/** A path as JSONPath (RFC 9535). */
export function jsonPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return IDENTIFIER.test(step) ? `${text}.${step}` : `${text}[${JSON.stringify(step)}]`;
  }, '$');
}

/** What stands at a path, undefined where nothing does. */
export function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (value === null || typeof value !== 'object') return undefined;
    return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }, raw);
}

/** A value as people recognise it in a message: shortened JSON. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
}

/** What objects look like that are often written as a mere id. */
const EXAMPLES: Readonly<Record<string, object>> = {
  lead: { department: 'D1', person: 'p1', deputies: ['p2'] },
  milestones: { title: '…', due: '2026-05-21' },
  decision: { text: '…', by: '2026-05-21' },
  resources: { investment: 50000, fte: 0.5 },
  vocabulary: { department: 'Fachbereich', division: 'Dezernat' },
};

/**
 * Puts an issue of the schema library into our codes; an object with unknown fields gives one finding per field, with the
 * one of `known` that may have been meant.
 */
export function findingsOf(issue: core.$ZodIssue, raw: unknown, known: Iterable<string> = []): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const value = valueAt(raw, path);
  const finding = (code: string, details: Finding['details'] = {}): Finding[] => [
    { code, path, details: { value: quoted(value), ...details } },
  ];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'unknownField',
      path: [...path, key],
      details: { field: key, meant: meantBy(key, known) },
    }));
  }
  if (value === undefined || value === null || value === '') return finding('missing', { expected: expectedOf(issue) });
  switch (issue.code) {
    case 'invalid_type':
      return finding('type', { expected: expectedOf(issue), example: exampleOf(issue, path) });
    case 'invalid_value':
      return finding('value', { allowed: issue.values.map(String).join(', ') });
    case 'too_small':
      return finding('tooSmall', { minimum: Number(issue.minimum) });
    case 'too_big':
      return finding(issue.origin === 'string' ? 'tooLong' : 'tooBig', { maximum: Number(issue.maximum) });
    default:
      return finding(issue.message);
  }
}

function exampleOf(issue: core.$ZodIssueInvalidType, path: Path): string {
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const example = issue.expected === 'object' ? EXAMPLES[field] : undefined;
  return example ? JSON.stringify(example) : 'none';
}

/** The known field a slip or two away, `none` where there is none. */
function meantBy(key: string, known: Iterable<string>): string {
  const reach = key.length < 5 ? 1 : 2;
  const near = [...known].map((field) => ({
    field,
    distance: editDistance(key.toLowerCase(), field.toLowerCase(), reach),
  }));
  const [best] = near.filter(({ distance }) => distance <= reach).sort((a, b) => a.distance - b.distance);
  return best?.field ?? 'none';
}

function expectedOf(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(', ');
  return issue.message;
}
