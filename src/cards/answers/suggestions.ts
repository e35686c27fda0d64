import { t } from '../../locales/index.js';
import type { Answer, Suggestion } from '../../questions/answer.js';
import type { Option, Question } from '../../questions/question.js';
import { ask } from './button.js';
import { describe } from './words/describe.js';
import { number } from './words/format.js';
import type { Speaker } from './words/speaker.js';

/** Buttons for the readings that were less likely, then for questions that lead on. */
export function followUps(speaker: Speaker, { reading, suggestions }: Answer): object[] {
  const { lang } = speaker;
  return [
    ...alternatives(speaker, reading.alternatives),
    ...suggestions.map((suggestion) =>
      ask(t(lang, `suggest.${suggestion.label}`, { count: counted(speaker, suggestion) }), suggestion.question, lang),
    ),
  ];
}

/** "3", or "1 + 2" where two more come to those the answer counts, as its first sentence says too. */
function counted({ lang }: Speaker, { count, further = 0 }: Suggestion): string {
  if (count === null) return '';
  return [count, ...(further > 0 ? [further] : [])].map((each) => number(lang, each)).join(' + ');
}

/**
 * Another reading may be about a project that is no part of this answer; its title must not stand here, so such readings
 * are offered behind one button that asks back.
 */
function alternatives(speaker: Speaker, options: readonly Option[]): object[] {
  const { lang } = speaker;
  if (options.length === 0) return [];
  if (options.some(({ question }) => speaksOfProject(question)) || options.length > 2) {
    const question: Question = { intent: 'clarify', about: 'meaning', options: [...options], words: null };
    return [ask(t(lang, 'button.otherwise'), question, lang)];
  }
  return options.map(({ question }) =>
    ask(t(lang, 'button.instead', { question: describe(speaker, question) }), question, lang),
  );
}

function speaksOfProject(question: Question): boolean {
  return 'project' in question || 'projects' in question;
}
