import { htmlText } from '../html-text.js';
import type { TeamsMessage } from './values.js';

/** Longer than a question ever is; what follows in a long message is seldom one. */
export const LONGEST_QUESTION = 1_000;

export interface MessageWords {
  text: string;
  /** Whether there was more of it. */
  cut: boolean;
}

/**
 * The words of a Teams message as its author wrote them: without HTML, pictures, quoted messages and the mention of an
 * app. What it gives is plain text and still to be escaped where it is shown.
 */
export function messageWords({ body, mentions }: TeamsMessage): MessageWords {
  const content = body?.content ?? '';
  const html = body?.contentType?.toLowerCase() !== 'text';
  const apps = (mentions ?? []).filter(({ mentioned }) => mentioned?.application).map(({ id }) => `at[id="${id}"]`);
  const text = (html ? htmlText(content, apps) : content)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (text.length <= LONGEST_QUESTION) return { text, cut: false };
  // Whole words, and no half of a character that takes two.
  return { text: text.slice(0, LONGEST_QUESTION).replace(/\s*\S*$/u, ''), cut: true };
}
