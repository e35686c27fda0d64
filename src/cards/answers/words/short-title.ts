import type { Lang } from '../../../programme/text.js';

const BREAK = /\s*(?::|\s[–—-]\s|\().*$/;
const PREPOSITION: Record<Lang, RegExp> = {
  de: /\s+(?:für|zum|zur|im|in|am|an|auf|mit|nach|von|vom|über|aus|bei|der|des|den|durch|rund)\s.*$/i,
  en: /\s+(?:for|of|on|in|to|at|with|through|by|from|around)\s.*$/i,
};
const ADJECTIVE = /^\p{L}+(?:e|er|es|en)$/u;

/**
 * What people call projects in talk, for asking back: "Handyparken" for "Handyparken: neues Anbietermodell", "KI-Chatbot"
 * for "KI-Chatbot für die Website". A short form that two of the titles would share is not used.
 */
export function shortTitles(titles: readonly string[], lang: Lang): string[] {
  const short = titles.map((title) => shorten(title, lang));
  return short.map((label, place) =>
    short.indexOf(label) === short.lastIndexOf(label) ? label : (titles[place] ?? label),
  );
}

function shorten(title: string, lang: Lang): string {
  const head = title.replace(BREAK, '').replace(PREPOSITION[lang], '').trim();
  if (head.length >= 3 && head !== title) return head;
  const [first = '', ...rest] = title.split(' ');
  const droppable =
    lang === 'de' ? rest.length > 0 && ADJECTIVE.test(first) && /^\p{L}/u.test(rest[0] ?? '') : rest.length > 1;
  return droppable && !/^(?:und|oder|and|or)$/.test(rest[0] ?? '') ? capitalised(rest.join(' ')) : title;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
