import type { Filters, Option } from '../question.js';
import type { Rule } from './decide-rule.js';
import type { Lexis } from './lexis.js';
import { LIGHT } from './lexicon.js';
import { marksOf, said, type Mark, type Sentence } from './sentence.js';
import { unknownTopicWords } from './topic-search.js';
import type { Token } from './tokens.js';

/** "Im Handlungsfeld Fantasia": the programme has no such field; which word that was is told, the fields there are offered. */
export const unknownField =
  ({ programme, topics }: Pick<Lexis, 'programme' | 'topics'>): Rule =>
  (sentence, { leftover, filters }) => {
    if (sentence.things.some((thing) => thing.noun === 'actionField')) return null;
    const isUnknown = (token: Token | undefined): boolean =>
      token !== undefined && leftover.includes(token) && unknownTopicWords(topics, [token.raw]).length > 0;
    for (const mark of marksOf(sentence, 'noun.actionField').filter((each) => namesKind(sentence, each))) {
      const words = wordsBeside(sentence.tokens, mark, isUnknown);
      if (words) return { intent: 'notUnderstood', words: [words], near: programme.actionFields.map(offered(filters)) };
    }
    return null;
  };

/** "In the field of …", "mit Schwerpunkt …" speak of a matter, not of a field of the programme. */
const namesKind = ({ tokens }: Sentence, { from, to }: Mark): boolean =>
  to - from > 1 || !/^(?:fields?$|schwerpunkt)/.test(tokens[from]?.word ?? '');

/** The name said right behind the word ("Handlungsfeld „Fantasia“") or right before it ("the fantasia action field"). */
function wordsBeside(
  tokens: readonly Token[],
  { from, to }: Mark,
  isUnknown: (token: Token | undefined) => boolean,
): string | null {
  let start = to;
  while (start < to + MOST_BETWEEN && LIGHT.has(tokens[start]?.word ?? '')) start++;
  let end = start;
  while (!/[,;.!?]/.test(tokens[end - 1]?.after ?? '') && isUnknown(tokens[end])) end++;
  if (end > start) return said(tokens, start, end);
  return isUnknown(tokens[from - 1]) && tokens[from - 1]?.after === '' ? said(tokens, from - 1, from) : null;
}
const MOST_BETWEEN = 2;

/** The same conditions, with a field there is. */
const offered =
  ({ topic: _, ...filters }: Filters) =>
  ({ id }: { id: string }): Option => ({
    noun: 'actionField',
    id,
    question: {
      intent: 'list',
      filters: { ...filters, actionFields: [id] },
      order: null,
      limit: null,
      page: 0,
    },
  });
