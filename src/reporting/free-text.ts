import type { Health } from '../programme/report.js';
import { readSpan } from './typed-span.js';
import type { Shown } from './fields.js';

/** A status told in running text: about which project in the teller's words, and the fields it fills. */
export interface ToldStatus {
  subject: string;
  /** A sentence that may as well be meant as a question; a colon or a dash behind the name leaves no doubt. */
  plain: boolean;
  /** "Nothing changed" was said instead of a health. */
  unchanged: boolean;
  values: Partial<Shown>;
}

const HEALTH_WORDS: [Health, RegExp][] = [
  ['green', /\b(?:grün|gruen|green|(?:alles\s+|läuft\s+)?im plan|on track)\b/iu],
  ['amber', /\b(?:gelb|amber|yellow|orange|gefährdet|at risk)\b/iu],
  ['red', /\b(?:rot|red|kritisch|critical)\b/iu],
];
const UNCHANGED =
  /^(?:alles\s+)?(?:unverändert|nichts (?:neues|geändert)|keine änderung(?:en)?|wie (?:letzte woche|gehabt)|unchanged|no changes?|nothing (?:changed|new)|same as last week)\b/iu;
const PROGRESS =
  /(?:(?:fortschritt|stand|progress|bei|zu|at)\s*:?\s*)?(?<![\d.,])(\d{1,3})\s*(?:%|prozent\b|per ?cent\b)/iu;
const NEXT =
  /^(?:(?:nächste|kommende|übernächste)[nrs]?\s+(?:woche|monat|schritte?)|als nächstes|danach|dann|demnächst|morgen|bald|geplant|next|then|soon|tomorrow|planned|(?:ab|am|bis|im|in der|on|by|from)\s+\S*\d)/iu;
const NEXT_LABEL = /^(?:nächste schritte|als nächstes|next(?: steps)?)\s*:\s*/iu;
const RISK =
  /verzug|verzöger|verspät|risik|problem|fehl[te]|krank|engpass|ausfall|ausgefallen|blockier|hängt|stockt|delay|late\b|risk|block|missing|short of|stuck|problem/iu;
const RISK_LABEL = /^(?:risiko|risiken|grund|risk|reason)\s*:\s*/iu;
const DECISION =
  /^(?:(?:wir\s+)?(?:brauchen?|benötigen?|bitte|need)\s+(?:eine?\s+|um\s+)?)?(?:entscheidung|decision)\b\s*(?:vom lenkungskreis|nötig|erbeten|of the steering group|needed)?\s*:?\s*/iu;
const DECISION_SAID = /\b(?:entscheidung|decision)\b/iu;
const SUMMARY_LABEL = /^(?:erreicht|achieved|done)\s*:\s*/iu;

/** Splits "status E-Akte: gelb, …" at the first mark behind a name of sensible length. */
const TOLD = /^(?:status\b\s*(?:zu[mr]?|von|für|of|for|on)?\s*:?\s*)?(.{2,80}?)\s*(?::|\s[–—-]\s)\s*(.+)$/isu;

/** "Handyparken steht leider auf …", "the car park app is still …": a name, a verb, little words. */
const STATED =
  /^(?!(?:wer|was|wie|wo|wann|warum|weshalb|wieso|ob|welche[mnrs]?|who|what|which|why|when|where|how|if|whether)\b)(.{2,80}?)\s+(?:steht|stehen|ist|bleibt|wird|läuft|is|are|stays|turned|went|stands)\s+(?:(?:jetzt|nun|leider|wieder|weiter|weiterhin|immer|noch|aktuell|derzeit|heute|now|still|unfortunately|again|currently)\s+)*(?:(?:auf|at|on)\s+(?!risk|track))?(.+)$/isu;
/** What is said beside the health: a reason, or anything behind a comma. */
const REASONED = /\b(?:weil|wegen|denn|because|due to|since)\b|[,;–]/iu;

/**
 * Reads a status told in chat: "E-Akte: gelb, Lieferant zwei Wochen in Verzug, nächste Woche Testsystem". Only what has a
 * name, a mark behind it and a health (or "unverändert") at the beginning is taken for one, or a whole sentence with a
 * reason ("Handyparken steht auf Rot, weil der Lieferant ausfällt"); null otherwise.
 *
 * @param today the local day, `YYYY-MM-DD`, for days that are named
 */
export function readToldStatus(text: string, today: string): ToldStatus | null {
  const said = text.trim();
  const [, name, marked] = TOLD.exec(said) ?? [];
  const told = name && marked ? readStatus(name, marked, today) : null;
  if (told) return { ...told, plain: false };
  const [, subject, stated] = said.includes('?') ? [] : (STATED.exec(said) ?? []);
  if (!subject || !stated || !REASONED.test(stated) || !HEALTH_WORDS.some(([, words]) => stated.search(words) === 0))
    return null;
  const statement = readStatus(subject, stated, today);
  return statement && { ...statement, plain: true };
}

function readStatus(subject: string, body: string, today: string): Omit<ToldStatus, 'plain'> | null {
  if (subject.includes('?')) return null;
  if (/\?\s*$/.test(body) && !DECISION_SAID.test(body)) return null;
  const [first = '', ...others] = partsOf(body);
  if (UNCHANGED.test(first) && others.length === 0) return { subject, unchanged: true, values: {} };
  const found = HEALTH_WORDS.find(([, words]) => words.test(first));
  if (!found) return null;
  const [health, words] = found;
  // Only a health at the beginning is one: "Bauantrag: der rote Faden fehlt" is no status.
  const match = words.exec(first);
  const leading = first.slice(0, match?.index ?? 0).trim();
  if (leading.split(/\s+/).filter(Boolean).length > 3) return null;
  const rest = first
    .slice((match?.index ?? 0) + (match?.[0].length ?? 0))
    .replace(/^[\s:–-]*(?:weil|because|wegen|denn|da|since|due to)?\b\s*/iu, '')
    .trim();
  return { subject, unchanged: false, values: { health, ...sorted([rest, ...others].filter(Boolean), health, today) } };
}

/** Puts each part of the text where the form has a place for it. */
function sorted(parts: readonly string[], health: Health, today: string): Partial<Shown> {
  const values = { progress: '', summary: '', nextSteps: '', risk: '', decision: '', decisionBy: '' };
  const add = (field: 'summary' | 'nextSteps' | 'risk' | 'decision', words: string) => {
    values[field] = [values[field], capital(words)].filter(Boolean).join('. ');
  };
  for (const part of parts) {
    const progress = PROGRESS.exec(part);
    if (progress?.[1] && !values.progress) values.progress = progress[1];
    const words = progress ? part.replace(progress[0], '').replace(/^[\s,:–-]+|[\s,:–-]+$/g, '') : part;
    if (!words) continue;
    if (DECISION.test(words)) addDecision(words);
    else if (NEXT_LABEL.test(words)) add('nextSteps', words.replace(NEXT_LABEL, ''));
    else if (RISK_LABEL.test(words)) add('risk', words.replace(RISK_LABEL, ''));
    else if (SUMMARY_LABEL.test(words)) add('summary', words.replace(SUMMARY_LABEL, ''));
    else if (NEXT.test(words)) add('nextSteps', words);
    else if (RISK.test(words) && health !== 'green') add('risk', words);
    else add('summary', words);
  }
  if (health !== 'green' && !values.risk && values.summary) [values.risk, values.summary] = [values.summary, ''];
  return values;

  function addDecision(words: string): void {
    const wanted = words.replace(DECISION, '').trim();
    const span = readSpan(wanted, today);
    if (span) values.decisionBy = span.to ?? span.from;
    add(
      'decision',
      (span?.rest ?? wanted)
        .replace(/\s+/g, ' ')
        .replace(/^(?:bis|by|until)?[\s:,–-]+/iu, '')
        .trim() || words,
    );
  }
}

/** Sentences and parts between commas; a comma within a number is none. */
function partsOf(text: string): string[] {
  return text
    .split(/(?<!\d),|,(?!\d)|;|\n|(?<=\p{L}{3})[.!](?=\s|$)/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
