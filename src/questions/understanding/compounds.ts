/** Letters that may join the parts of a German compound. */
const JOINTS = ['', 's', 'n', 'en', 'es', 'er', 'e'];
/** Shorter words are taken for a part only when they are listed: "Bau", "Rad", "Amt". */
const SHORT_PARTS = new Set([
  'amt',
  'bau',
  'rad',
  'bus',
  'web',
  'rat',
  'app',
  'weg',
  'hof',
  'geo',
  'pass',
  'plan',
  'akte',
  'kita',
  'park',
  'netz',
  'baum',
  'buch',
  'bad',
  'mull',
  'geld',
  'haus',
  'sport',
  'schul',
  'zug',
  'ort',
  'tag',
  'jahr',
  'test',
  'open',
  'data',
]);
/** Endings that look like words but only derive one: "-schaft", "-werk" stay attached. */
const NO_HEADS = new Set([
  'heit',
  'keit',
  'schaft',
  'lich',
  'isch',
  'sam',
  'haft',
  'weise',
  'tion',
  'ation',
  'ment',
  'ieren',
  'iert',
  'ling',
  'ende',
  'enden',
  'barer',
  'artig',
  'fach',
  'mals',
  'eren',
]);

/** Latin derivations: "automatisch" holds no "Auto", "organisieren" no "Organ". */
const DERIVATION =
  /(?:isch|isier|ier|ierung|ation|ion|ik|iv|itat|ismus|ient|ant|al|ell|abel|ibel|matik|ic|ical|ive|ise|ize|ised|ized|ity)(?:e[nrsm]?|t|en|t?e[ns]?)?$/;

export interface CompoundPart {
  part: string;
  /** True when the rest of the word was known as well, so that the split is certain. */
  certain: boolean;
}

/**
 * Splits a folded German compound along known words ("kitaportal" → kita + portal). `known` tells whether a word, in any
 * of its forms, stands on its own somewhere in the programme or the lexicon. Two parts; a part may itself be a compound.
 */
export function splitCompound(word: string, known: (word: string) => boolean): CompoundPart[] {
  if (word.length < 6 || /\d/.test(word)) return [];
  let front: string | null = null;
  let back: string | null = null;
  for (let at = word.length - 3; at >= 3; at--) {
    const tail = word.slice(at);
    const headKnown = isPart(tail) && !NO_HEADS.has(tail) && known(tail);
    for (const joint of JOINTS) {
      const before = word.slice(0, at);
      if (!before.endsWith(joint)) continue;
      const modifier = before.slice(0, before.length - joint.length);
      const modifierKnown = isPart(modifier) && known(modifier);
      if (headKnown && modifierKnown) return [certain(atFront(modifier)), certain(tail)];
      const standsAlone = modifier.length >= 4 && tail.length >= 4 && hasVowel(tail) && !NO_HEADS.has(tail);
      if (
        modifierKnown &&
        standsAlone &&
        !(modifier.length <= 5 && DERIVATION.test(tail)) &&
        modifier.length > (front?.length ?? 0)
      )
        front = atFront(modifier);
      const carries = tail.length >= 6 && modifier.length >= 3 && hasVowel(modifier);
      if (headKnown && carries && tail.length > (back?.length ?? 0)) back = tail;
    }
  }
  return [front, back].flatMap((part) => (part === null ? [] : [{ part, certain: false }]));
}

/** A "Parkausweis" is for parking; it has nothing to do with a park. */
export const atFront = (modifier: string): string => (/^parks?$/.test(modifier) ? 'parken' : modifier);
const certain = (part: string): CompoundPart => ({ part, certain: true });
const isPart = (part: string): boolean => part.length >= 4 || SHORT_PARTS.has(part);
const hasVowel = (part: string): boolean => /[aeiouy]/.test(part);
