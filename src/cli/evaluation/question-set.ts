import { z } from 'zod/v4';
import { LANGUAGES } from '../../programme/text.js';
import { Failure } from '../failure.js';

const texts = z.array(z.string());
const expectation = z.object({
  must: texts.optional(),
  may: z.union([z.literal('any'), texts]).optional(),
  count: z.number().optional(),
  facts: z.array(texts).optional(),
  none: z.boolean().optional(),
  clarify: texts.optional(),
  outOfScope: z.boolean().optional(),
  help: z.boolean().optional(),
});
const item = z
  .object({
    id: z.string(),
    lang: z.enum(LANGUAGES),
    tags: texts,
    asker: z.object({ department: z.string() }).nullish(),
    turns: texts.min(1),
    expect: z.array(expectation),
  })
  .refine(({ turns, expect }) => turns.length === expect.length, 'one expectation is needed for each turn');

/** What the reply to one turn must and may say. */
export type Expectation = z.output<typeof expectation>;
export type QuestionItem = z.output<typeof item>;

/** Reads a question set: JSON Lines, one conversation a line. Fails with every faulty line. */
export function readQuestionSet(text: string, path: string): QuestionItem[] {
  const faults: string[] = [];
  const items = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const read = readLine(line);
      if (typeof read === 'object') return [read];
      faults.push(`  line ${index + 1}: ${read}`);
      return [];
    });
  if (faults.length > 0) throw new Failure([`${path} is not a question set:`, ...faults].join('\n'));
  if (items.length === 0) throw new Failure(`${path} holds no questions.`);
  return items;
}

function readLine(line: string): QuestionItem | string {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const result = item.safeParse(raw);
  return result.success
    ? result.data
    : result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
}
