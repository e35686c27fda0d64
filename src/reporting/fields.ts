/** The inputs of the status form by the ids programs outside rely on. */
export const TEXT_FIELDS = ['summary', 'nextSteps', 'risk', 'decision', 'officeNote'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export const FIELDS = ['health', 'progress', ...TEXT_FIELDS, 'decisionBy'] as const;
export type Field = (typeof FIELDS)[number];

/** Longest texts in characters. A status is read by busy people; what needs more room belongs into a document. */
export const LONGEST: Record<TextField, number> = {
  summary: 2000,
  nextSteps: 2000,
  risk: 2000,
  decision: 1000,
  officeNote: 2000,
};

/** What came back from a form, untrusted: any JSON value per input, absent ones undefined. */
export type Typed = Partial<Record<Field, unknown>>;

/** What a form shows: always text, as typed or as last reported. */
export type Shown = Record<Field, string>;

/** What was typed, as text to be shown again; values of a wrong type become empty. */
export function shown(typed: Typed): Shown {
  const texts = FIELDS.map((field) => [field, asText(typed[field]) ?? '']);
  const values = Object.fromEntries(texts) as Shown;
  return values.progress === 'NaN' ? { ...values, progress: '' } : values;
}

/** Text, number or truth value as text without control characters and outer blanks; null for anything else. */
export function asText(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
