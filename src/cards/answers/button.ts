import type { Lang } from '../../programme/text.js';
import type { Question } from '../../questions/question.js';

/** A button that asks a question; pressed, its card data come back as the verb `question.ask`. */
export interface Button {
  title: string;
  question: Question;
}

interface Execute {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: object;
  tooltip?: string;
  style?: string;
  fallback: object;
}

/** An Action.Execute with the Action.Submit of the same verb behind it, for clients that know no Execute. */
export function execute(
  title: string,
  verb: string,
  data: object,
  extra: { tooltip?: string; style?: string } = {},
): Execute {
  const named = { ...data, verb };
  return {
    type: 'Action.Execute',
    title,
    verb,
    data: named,
    ...extra,
    fallback: { type: 'Action.Submit', title, data: named, ...extra },
  };
}

/** The button that asks `question`; the answer comes in the language of the card it stands on. */
export function ask(
  title: string,
  question: Question,
  lang: Lang,
  extra: { tooltip?: string; style?: string } = {},
): Execute {
  return execute(title, 'question.ask', { question, lang }, extra);
}
