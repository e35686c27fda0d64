import type { Measure, Order } from '../question.js';
import { measureOf } from './fields.js';
import type { Concept } from './lexicon.js';
import { has, marksOf, type Sentence } from './sentence.js';

const ORDERS: readonly (readonly [Concept, Order])[] = [
  ['super.max.investment', { by: 'investment', direction: 'desc' }],
  ['super.min.investment', { by: 'investment', direction: 'asc' }],
  ['super.latest.end', { by: 'end', direction: 'desc' }],
  ['super.earliest.end', { by: 'end', direction: 'asc' }],
  ['super.earliest.start', { by: 'start', direction: 'asc' }],
  ['super.oldest', { by: 'start', direction: 'asc' }],
  ['super.newest', { by: 'start', direction: 'desc' }],
  ['super.longest', { by: 'duration', direction: 'desc' }],
  ['super.shortest', { by: 'duration', direction: 'asc' }],
  ['super.progress', { by: 'progress', direction: 'desc' }],
];
const NUMBERS: readonly Concept[] = [
  'number.1',
  'number.2',
  'number.3',
  'number.4',
  'number.5',
  'number.6',
  'number.7',
  'number.8',
  'number.9',
  'number.10',
  'number.12',
];

export interface Ranking {
  order: Order;
  /** Null: all of them, only sorted. */
  limit: number | null;
}

/** "Das teuerste", "die 3 Projekte mit den meisten Personentagen", "top 5 nach Investition", "starts next". */
export function readRanking(sentence: Sentence): Ranking | null {
  const found = ORDERS.find(([concept]) => has(sentence, concept))?.[1];
  const order = found ? refine(sentence, found) : measured(sentence);
  const sorted = order ? null : sortedBy(sentence);
  if (sorted) return { order: sorted, limit: null };
  return order && { order, limit: limitOf(sentence) };
}

/** "Sortiert nach Enddatum", "ordered by cost": dates upwards, amounts downwards. */
function sortedBy(sentence: Sentence): Order | null {
  const at = sentence.tokens.findIndex((token) =>
    /^(?:sortier|geordnet|sorted|ordered|ranked|reihenfolge)/.test(token.word),
  );
  if (at < 0) return null;
  const after = (concept: Concept) => marksOf(sentence, concept).some((mark) => mark.from > at && mark.from - at <= 4);
  if (after('field.end')) return { by: 'end', direction: 'asc' };
  if (after('field.start')) return { by: 'start', direction: 'asc' };
  const measure = measureOf(sentence);
  return measure && { by: measure, direction: 'desc' };
}

/** "Die teuersten im Betrieb": the running costs are meant. */
function refine(sentence: Sentence, order: Order): Order {
  const measure = measureOf(sentence);
  return order.by === 'investment' && measure === 'runningPerYear' ? { ...order, by: 'runningPerYear' } : order;
}

function measured(sentence: Sentence): Order | null {
  const measure: Measure | null = measureOf(sentence);
  if ((has(sentence, 'super.max') || staffed(sentence, /^(?:meist|most)/)) && measure)
    return { by: measure, direction: 'desc' };
  if ((has(sentence, 'super.min') || staffed(sentence, /^(?:wenigst|fewest)/)) && measure)
    return { by: measure, direction: 'asc' };
  if (has(sentence, 'quantity.top') && measure) return { by: measure, direction: 'desc' };
  if (has(sentence, 'super.next')) {
    if (has(sentence, 'field.end')) return { by: 'end', direction: 'asc' };
    if (has(sentence, 'field.start')) return { by: 'start', direction: 'asc' };
  }
  if (has(sentence, 'super.last')) {
    if (has(sentence, 'field.end')) return { by: 'end', direction: 'desc' };
    if (has(sentence, 'field.start')) return { by: 'start', direction: 'desc' };
  }
  return null;
}

/** "Die meisten Leute", "fewest people": the superlative is a part of what says that it is about staff. */
const staffed = (sentence: Sentence, superlative: RegExp): boolean =>
  marksOf(sentence, 'field.staff').some(({ from }) => superlative.test(sentence.tokens[from]?.word ?? ''));

/** "Die teuersten", "the cheapest ones": the superlative itself speaks of several. */
function isSeveral({ tokens, marks }: Sentence): boolean {
  return marks.some(({ value, from, to }) => {
    if (!value.startsWith('super.')) return false;
    const [before, last, after] = [from - 1, to - 1, to].map((at) => tokens[at]?.word ?? '');
    return (before === 'die' && /sten$/.test(last ?? '')) || after === 'ones';
  });
}

/** How many were asked for; one where a single one was ("das teuerste Projekt"), five where several ("die teuersten"). */
function limitOf(sentence: Sentence): number {
  const spoken = sentence.amounts.find((amount) => amount.unit === null && amount.value >= 1 && amount.value <= 50);
  if (spoken) return spoken.value;
  const placed = sentence.tokens.find((token) => /^(?:zweit|dritt|viert|second|third|fourth)$/.test(token.word))?.word;
  if (placed) return /^(?:zweit|second)$/.test(placed) ? 2 : /^(?:dritt|third)$/.test(placed) ? 3 : 4;
  for (const [at, concept] of NUMBERS.entries()) {
    if (at > 0 && has(sentence, concept)) return at === NUMBERS.length - 1 ? 12 : at + 1;
  }
  const plural =
    has(sentence, 'noun.projects') ||
    isSeveral(sentence) ||
    marksOf(sentence, 'ask.which').some((mark) => /^(?:welche|die)$/.test(sentence.tokens[mark.from]?.word ?? ''));
  const singular = has(sentence, 'noun.project') || /\b(?:welches|which one|das)\b/i.test(sentence.text);
  return plural && !singular ? 5 : 1;
}
