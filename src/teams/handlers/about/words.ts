import type { Lang } from '../../../programme/text.js';

/** What people want to know of Lotse itself. */
export type Topic = 'nextDigest' | 'reportDue' | 'preview' | 'away' | 'health' | 'freshness';

const DIGEST = '(?:digest|wochenbericht|wochenüberblick)';
const STATES = '(?:gefährdet|kritisch|im plan|gelb|rot|grün|(?:die )?ampel(?:n|farben)?)';
const STATES_EN = '(?:at risk|critical|on track|amber|yellow|red|green|(?:the )?(?:health|traffic lights?|colou?rs))';
const DATA = '(?:daten|angaben|informationen|infos|zahlen|auskünfte|antworten)';
const DATA_EN = '(?:data|information|info|numbers|figures|answers|this|that|it)';

/** Whole sentences: whoever names a project or an office besides asks about that. */
const ASKED: readonly (readonly [Topic, Lang, RegExp])[] = [
  [
    'nextDigest',
    'de',
    new RegExp(
      `^(?:wann|an welchem tag|um wie ?viel uhr)\\s+(?:kommt|erscheint|ist|gibt es|bekomme ich|kriege ich|geht|wird)\\s+(?:denn\\s+)?(?:der|den|wieder ein(?:en)?|ein(?:en)?)?\\s*(?:nächste[rn]?\\s+)?${DIGEST}(?:\\s+(?:raus|heraus|verschickt|veröffentlicht|fällig|dran))?$`,
    ),
  ],
  [
    'nextDigest',
    'en',
    /^(?:when|what time|what day)\s+(?:is|does|will|do)\s+(?:i get |we get )?(?:the|a)?\s*(?:next )?(?:weekly )?(?:digest|report)(?:\s+(?:come|due|out|coming|appear|published|be published|come out|sent|go out))?$/,
  ],
  [
    'reportDue',
    'de',
    /^(?:bis )?wann\s+(?:muss|müssen|soll|sollen|sollte|habe|haben)\s+(?:ich|wir)\s+(?:denn |spätestens |wieder |das nächste mal |(?:meinen|unseren|den|einen) (?:nächsten )?(?:status|bericht|statusbericht|wochenbericht) |(?:meine|unsere|die|eine) (?:statusmeldung|meldung) )*(?:zu )?(?:berichten|melden|abgeben|schicken|einreichen|liefern|abzugeben|abliefern)$/,
  ],
  [
    'reportDue',
    'de',
    /^(?:bis )?wann\s+(?:ist|wird)\s+(?:denn )?(?:mein|unser)e?\s+(?:nächster? )?(?:status|bericht|statusbericht|statusmeldung|meldung)\s+(?:fällig|dran|erwartet)$/,
  ],
  [
    'reportDue',
    'en',
    /^(?:by )?when\s+(?:is|are)\s+(?:my|our)\s+(?:next )?(?:status )?(?:reports?|updates?|status)\s+(?:due|expected)$/,
  ],
  [
    'reportDue',
    'en',
    /^(?:by )?when\s+(?:do|must|should)\s+(?:i|we)\s+(?:have to |need to )?(?:report|submit|hand in|send)(?:\s+(?:my|our|the|a)\s+(?:status )?(?:report|update|status))?(?: next)?$/,
  ],
  [
    'preview',
    'de',
    new RegExp(`^(?:(?:die )?vorschau(?: zeigen| anzeigen| (?:auf den|zum|des) ${DIGEST}s?)?|${DIGEST}[ -]?vorschau)$`),
  ],
  ['preview', 'en', /^(?:show (?:me )?)?(?:the )?(?:preview(?: of the (?:weekly )?digest)?|digest preview)$/],
  [
    'away',
    'de',
    /^wer\s+(?:ist|fehlt|hat)\s*(?:denn |gerade |zurzeit |derzeit |momentan |heute |alles |diese woche |nächste woche )*(?:abwesend|im urlaub|krank|nicht da|weg|verreist|urlaub)?$/,
  ],
  [
    'away',
    'en',
    /^who(?:'s| is)\s+(?:currently |now )?(?:away|absent|off|on leave|on holiday|on vacation|sick|out(?: of (?:the )?office)?)(?: today| now| this week| next week)?$/,
  ],
  [
    'health',
    'de',
    new RegExp(
      `^was\\s+(?:heißt|heissen|heißen|bedeutet|bedeuten|meint|ist mit)\\s+(?:denn |eigentlich |hier )*["„“‚'»«]*${STATES}["„“‘'»«]*(?:\\s*(?:und|oder|,)\\s*["„“‚'»«]*${STATES}["„“‘'»«]*)*(?:\\s+(?:eigentlich|hier|gemeint|genau))*$`,
    ),
  ],
  [
    'health',
    'en',
    new RegExp(
      `^what\\s+(?:does|do|is|are)\\s+(?:meant by )?["“”'‘’]*${STATES_EN}["“”'‘’]*(?:\\s*(?:and|or|,)\\s*["“”'‘’]*${STATES_EN}["“”'‘’]*)*(?:\\s+(?:mean|stand for|supposed to mean|here))*$`,
    ),
  ],
  [
    'freshness',
    'de',
    new RegExp(
      `^(?:auf welchem stand (?:sind|ist|bist)|wie aktuell (?:sind|ist|bist)|von wann (?:sind|ist)|welchen stand (?:haben|hat|hast)|wie alt sind)\\s+(?:denn )?(?:(?:die|deine|ihre|diese|eure) ${DATA}|das(?: programm)?|du|lotse|sie)(?: hier)?$`,
    ),
  ],
  [
    'freshness',
    'en',
    new RegExp(
      `^(?:how (?:current|up[- ]to[- ]date|fresh|recent|old) (?:is|are)|(?:as of when|from when) (?:is|are)|when (?:was|were))\\s+(?:the |your |this |these )?${DATA_EN}(?: here)?(?: last updated| updated)?$`,
    ),
  ],
];

/** Which of it the words ask, and in which language; null where they ask something else. */
export function aboutLotse(text: string): { topic: Topic; lang: Lang } | null {
  if (text.length > 120) return null;
  const said = text
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^(?:\/|(?:bitte|please|sag mal|tell me),?\s)/, '')
    .replace(/[\s.!?…]+$/, '')
    .trim();
  const found = ASKED.find(([, , shape]) => shape.test(said));
  if (!found) return null;
  const [topic, lang] = found;
  // "Wer ist?", "wer fehlt?" alone say nothing of absence.
  return topic === 'away' && /^wer (?:ist|hat|fehlt)(?: (?:denn|gerade|heute|alles))*$/.test(said)
    ? null
    : { topic, lang };
}
