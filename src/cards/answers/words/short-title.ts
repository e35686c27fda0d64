import type { Lang } from '../../../programme/text.js';

const BREAK = /\s*(?::|\s[–—-]\s|\().*$/;
const PREPOSITION: Record<Lang, RegExp> = {
  de: /\s+(?:für|zum|zur|im|in|am|an|auf|mit|nach|von|vom|über|aus|bei|beim|ins|der|des|den|durch|rund|ohne|gegen|als|per|via|unter|seit)\s.*$/i,
  en: /\s+(?:for|of|on|in|to|at|with|through|by|from|around|without|against|as|via)\s.*$/i,
};
/** "Gemeinde-App und Website": the first of two; "Haupt- und …" is half a word. */
const SECOND: Record<Lang, RegExp> = { de: /(?<!-)\s+(?:und|sowie|&)\s.*$/i, en: /(?<!-)\s+(?:and|&)\s.*$/i };
/** What is done with something says less than what it is done with: "Digitalisierung der Bauakten". */
const DOING: Record<Lang, RegExp> = {
  de: /^(?:\p{L}+(?:ung|ion)|Aufbau|Ausbau|Umbau|Neubau|Betrieb|Start|Relaunch|Rollout)\s+(?:der|des|von|eines|einer|für|im|in)\s+(?:den\s+|die\s+|das\s+|der\s+|einer\s+|einem\s+)?(?=\p{Lu})/u,
  en: /^\p{L}+(?:tion|ment|ing|out)\s+(?:of|for)\s+(?:the\s+|an?\s+)?/iu,
};
/** "Digitale", "KI-gestützte"; "E-Akte" is a noun. */
const ADJECTIVE = /^(?:\p{L}+-\p{Ll}+|\p{L}+)(?:e|er|es|en)$/u;

/**
 * What people call projects in talk, for asking back: "Handyparken" for "Handyparken: neues Anbietermodell", "KI-Chatbot"
 * for "KI-Chatbot für die Website". A short form that another one holds as well says what it is about beside it
 * ("Sensoren (Altstoffinseln)"), as does one that has lost the word somebody asked by ("Schulprojekt": "IT-Support
 * (18 städtische Schulen)"); one that two of the titles would share is not used.
 */
export function shortTitles(titles: readonly string[], lang: Lang, asked: string | null = null): string[] {
  const short = titles.map((title) => shorten(title, lang));
  return short.map((label, place) => {
    const title = titles[place] ?? label;
    if (short.indexOf(label) !== short.lastIndexOf(label)) return title;
    const isVague = short.some((other, at) => at !== place && other.toLowerCase().includes(label.toLowerCase()));
    return isVague || losesWord(title, label, asked) ? withMatter(title, label, lang) : label;
  });
}

function shorten(title: string, lang: Lang): string {
  const bare = title.replace(BREAK, '').trim();
  const matter = bare.replace(DOING[lang], '');
  if (matter !== bare) return capitalised(matter.replace(PREPOSITION[lang], '').trim());
  const head = bare.replace(PREPOSITION[lang], '').trim();
  if (head.length >= 3 && head !== title) return head;
  const [first = '', ...rest] = title.split(' ');
  const droppable =
    lang === 'de'
      ? rest.length > 0 && ADJECTIVE.test(first) && /^(?:\p{Lu}|\p{Ll}{3,}(?:e|er|es|en)$)/u.test(rest[0] ?? '')
      : rest.length > 1;
  if (droppable && !/^(?:und|oder|and|or)$/.test(rest[0] ?? '')) return capitalised(rest.join(' '));
  return title.replace(SECOND[lang], '').trim();
}

/** Whether a word that was said stands in the title, but no more in its short form. */
function losesWord(title: string, label: string, asked: string | null): boolean {
  const holds = (text: string, word: string): boolean => text.toLowerCase().includes(word);
  return (asked ?? '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length >= SHORTEST && holds(title, word) && !holds(label, word));
}
/** Shorter words may stand in anything. */
const SHORTEST = 4;

/** "Sensoren (Altstoffinseln)" for "Sensoren für Altstoffinseln"; a title that says no more stays as it is. */
function withMatter(title: string, label: string, lang: Lang): string {
  if (!title.startsWith(`${label} `)) return label;
  const rest = title
    .slice(label.length)
    .replace(BREAK, '')
    .trim()
    .replace(lang === 'de' ? /^\p{Ll}+\s+(?:d(?:ie|as|en|em|er)\s+)?/u : /^\p{Ll}+\s+(?:the\s+|an?\s+)?/u, '');
  return rest ? `${label} (${rest})` : label;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
