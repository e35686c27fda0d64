import { z } from 'zod/v4';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { withDepartment } from '../../questions/pending.js';
import { questionSchema } from '../../questions/question-schema.js';
import type { Question } from '../../questions/question.js';

const lang = z.enum(LANGUAGES).optional().catch(undefined);
const asked = z.object({ question: questionSchema, lang });
const chosen = z.object({ options: z.array(questionSchema).max(100), choice: z.coerce.number().int().min(0), lang });
const department = z.object({ pending: questionSchema, choice: z.string().min(1).max(200), lang });

export interface AskedByButton {
  question: Question;
  /** The language of the card the button stood on. */
  lang: Lang | undefined;
}

/** The question a button carries (`question`), or the one picked from a list; null when the card's data are not in order. */
export function readAsked(data: unknown): AskedByButton | null {
  const direct = asked.safeParse(data);
  if (direct.success) return { question: direct.data.question, lang: direct.data.lang };
  const filled = department.safeParse(data);
  if (filled.success) {
    return { question: withDepartment(filled.data.pending, filled.data.choice), lang: filled.data.lang };
  }
  const picked = chosen.safeParse(data);
  const question = picked.success ? picked.data.options[picked.data.choice] : undefined;
  return picked.success && question ? { question, lang: picked.data.lang } : null;
}
