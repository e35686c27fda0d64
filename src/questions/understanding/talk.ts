import type { Question } from '../question.js';
import { asksForHelp, isErrand } from './errands.js';
import type { Lexis } from './lexis.js';
import { isContent } from './lexicon.js';
import { has, type Sentence } from './sentence.js';

/** Greetings, thanks, help, attempts to give the bot orders: what needs no look at the programme. */
export function smallTalk(lexis: Lexis, sentence: Sentence, leftover: number): Question | null {
  if (asksForHelp(sentence)) return { intent: 'help' };
  if (has(sentence, 'talk.injection', 'talk.composing') || isErrand(sentence) || isSum(sentence))
    return { intent: 'outOfScope' };
  if (!sentence.tokens.some((token) => token.kind === 'word'))
    return sentence.tokens.length > 0 && sentence.things.length > 0 ? null : { intent: 'outOfScope' };
  const aboutProgramme =
    sentence.things.length > 0 || sentence.projects.length > 0 || has(sentence, 'noun.projects', 'noun.project');
  const asks = sentence.marks.some((mark) =>
    /^(?:relation|field\.(?!status)|register|report|overview|concept$|state|super|health)/.test(mark.value),
  );
  if (has(sentence, 'talk.chitchat') && !aboutProgramme) return { intent: 'outOfScope' };
  if (has(sentence, 'talk.help') && !aboutProgramme && leftover === 0 && !has(sentence, 'cue.target'))
    return { intent: 'help' };
  if (has(sentence, 'programme')) return { intent: 'programme' };
  if (aboutProgramme || asks || leftover > 0) return null;
  const words = sentence.tokens.filter((token) => isContent(token.word)).length;
  if (has(sentence, 'talk.thanks') && words <= 2 && !has(sentence, 'ask.what', 'ask.which', 'ask.who'))
    return { intent: 'thanks' };
  if (has(sentence, 'talk.bye')) return { intent: 'thanks' };
  if (has(sentence, 'talk.greeting')) return { intent: 'greeting' };
  return null;
}

/** "Was ist 5 plus 7?" */
function isSum(sentence: Sentence): boolean {
  const sum = /\d\s*(?:plus|minus|mal|times|geteilt durch|hoch|divided by|[+*×÷])\s*\d/i.test(sentence.text);
  return (
    sum &&
    sentence.things.length === 0 &&
    sentence.periods.length === 0 &&
    !sentence.marks.some((mark) => /^(?:noun|relation)/.test(mark.value))
  );
}

/** Whether the matter is none of a digitalisation programme's: everyday words, and nothing of the programme beside them. */
export function isOutside(lexis: Lexis, sentence: Sentence): boolean {
  const found = lexis.outside.find(sentence.tokens).filter((match) => !namesTime(sentence, match));
  if (found.length === 0) return false;
  const named = sentence.projects.length > 0 || sentence.things.some((thing) => thing.via !== 'guess');
  return !named && !has(sentence, 'noun.projects', 'noun.project', 'cue.field', 'relation.leads', 'relation.affects');
}

/** "Was endet vor Weihnachten?": a feast of the year says when, where the programme's own words stand beside it. */
const namesTime = ({ periods, marks }: Sentence, match: { from: number; to: number }): boolean =>
  periods.some(({ from, to }) => from <= match.from && match.to <= to) &&
  marks.some(({ value }) => /^(?:field\.(?:start|end|milestones)|register|report|noun|state)/.test(value));
