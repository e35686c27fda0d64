import type { Cadence } from '../programme/programme.js';
import { withEnd } from './typed-end.js';

/** What somebody wants to be changed about asking a project, its name still in words. */
export interface SaidArrangement {
  subject: string;
  wish: ArrangementWish;
}
export type ArrangementWish =
  | { kind: 'cadence'; cadence: Cadence }
  /** `until`: the day from which it is asked again, `YYYY-MM-DD`; null: until somebody says so. */
  | { kind: 'pause'; until: string | null }
  | { kind: 'resume' };

const CADENCE_WORDS: [Cadence, RegExp][] = [
  [
    'biweekly',
    /\b(?:alle\s+(?:zwei|2)\s+wochen|alle\s+(?:vierzehn|14)\s+tage|zweiwöchentlich|14-?tägig|vierzehntägig|vierzehntäglich|(?:in\s+)?jede[r]?\s+zweiten?\s+woche|every\s+(?:two|2)\s+weeks|every\s+(?:other|second)\s+week|fortnightly|biweekly)(?!\p{L})/iu,
  ],
  [
    'monthly',
    /\b(?:monatlich|jeden\s+monat|(?:einmal|1x)\s+(?:im|pro)\s+monat|alle\s+(?:vier|4)\s+wochen|monthly|every\s+month|once\s+a\s+month)(?!\p{L})/iu,
  ],
  [
    'weekly',
    /\b(?:wöchentlich|jede\s+woche|(?:einmal|1x)\s+(?:in\s+der|pro)\s+woche|weekly|every\s+week|once\s+a\s+week)(?!\p{L})/iu,
  ],
  [
    'never',
    /\b(?:nicht\s+mehr|nie(?:mals)?(?:\s+mehr)?|gar\s+nicht(?:\s+mehr)?|never|no\s+(?:more|longer)|stop)(?!\p{L})/iu,
  ],
];
const ASK =
  /(?<!\p{L})(?:(?:nach)?fragen?|frag|(?:ab)fragen?|erinnern?|asking|ask|remind(?:ing)?)(?!\p{L})(?:\s+ab(?=\s*[.!]?$))?/iu;
/** Words around a project's name that say nothing. */
const FILLERS_BEFORE =
  /^(?:(?:bitte|please|bei|zu[mr]?|nach|an|about|for|of|on|me|mich|uns|us|the|de[mnr]|das|die|stand|status|von|künftig|ab\s+jetzt|from\s+now\s+on|nur|noch|only|just|wieder|again|projekt|project|vorhaben)\s+)+/iu;
const FILLERS_AFTER =
  /(?:\s+(?:bitte|please|künftig|ab\s+jetzt|from\s+now\s+on|nur|noch|only|just|wieder|again|ab|nach\s+dem\s+(?:stand|status)))+$/iu;
const PAUSE: RegExp[] = [
  /^(?:bitte\s+|please\s+)?(?:pausiere?|pause)\s+(?<subject>.+)$/iu,
  /^(?:bitte\s+)?(?<subject>.+?)\s+pausieren(?<after>\s+(?:bis|für)\s.+)?$/iu,
  /^(?:please\s+)?put\s+(?<subject>.+?)\s+on\s+hold(?<after>\s+(?:until|till|for)\s.+)?$/iu,
];
const RESUME: RegExp[] = [
  /^(?:bitte\s+)?setze?\s+(?<subject>.+?)\s+(?:wieder\s+)?fort$/iu,
  /^(?:bitte\s+)?(?<subject>.+?)\s+(?:fortsetzen|wieder\s+aufnehmen)$/iu,
  /^(?:bitte\s+)?nimm\s+(?<subject>.+?)\s+wieder\s+auf$/iu,
  /^(?:bitte\s+)?frage?\s+wieder\s+nach\s+(?<subject>.+)$/iu,
  /^(?:bitte\s+)?(?<subject>.+?)\s+wieder\s+(?:ab)?fragen$/iu,
  /^(?:please\s+)?(?:resume|continue)\s+(?<subject>.+)$/iu,
];

/**
 * Reads what lead and office say about being asked, German or English: "E-Akte nur noch alle zwei Wochen fragen",
 * "pausiere E-Akte bis 1.9.", "setze E-Akte fort", "stop asking about E-Akte". Null where the words are about something else.
 *
 * @param today the local day, `YYYY-MM-DD`
 */
export function readArrangement(text: string, today: string): SaidArrangement | null {
  const words = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L})[.!]+$/u, '');
  if (words.length > 200 || words.includes('?')) return null;
  return readPause(words, today) ?? readCadence(words) ?? readResume(words);
}

function readPause(words: string, today: string): SaidArrangement | null {
  for (const shape of PAUSE) {
    const { subject = '', after = '' } = shape.exec(words)?.groups ?? {};
    const [name, until] = withEnd(`${subject}${after}`, today);
    const bare = bareName(name);
    if (subject && bare) return { subject: bare, wish: { kind: 'pause', until } };
  }
  return null;
}

function readResume(words: string): SaidArrangement | null {
  for (const shape of RESUME) {
    const subject = bareName(shape.exec(words)?.groups?.subject ?? '');
    if (subject) return { subject, wish: { kind: 'resume' } };
  }
  return null;
}

function readCadence(words: string): SaidArrangement | null {
  if (!ASK.test(words)) return null;
  const found = CADENCE_WORDS.find(([, each]) => each.test(words));
  if (!found) return null;
  const [cadence, said] = found;
  const subject = bareName(words.replace(said, ' ').replace(ASK, ' '));
  return subject ? { subject, wish: { kind: 'cadence', cadence } } : null;
}

function bareName(words: string): string {
  const name = words.replace(/\s+/g, ' ').trim().replace(FILLERS_BEFORE, '').replace(FILLERS_AFTER, '');
  const bare = name.replace(/^["„“”'‚‘’«»\s]+|["„“”'‚‘’«»\s,:;]+$/gu, '');
  return bare.length >= 2 ? bare : '';
}
