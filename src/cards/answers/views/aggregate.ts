import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { Filters } from '../../../questions/question.js';
import { ask } from '../button.js';
import type { View } from '../view.js';
import { all, amount, amountNamed, number } from '../words/format.js';
import { phrase } from '../words/phrase.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard, spokenPairs, type Pair } from './facts-card.js';

type Aggregate = Extract<Body, { kind: 'aggregate' }>;
/** So many projects without a value are named; more are behind a button. */
const NAMED = 8;

/** A sum or average with what it was taken over and what it leaves out. */
export function aggregateView(speaker: Speaker, body: Aggregate, filters: Filters): View {
  const { lang, names } = speaker;
  const { measure, operation, value, of, stated, missing, citywide, holders } = body;
  const name = t(lang, `measureName.${measure}`);
  if (value === null) {
    const point = t(lang, 'say.aggregateNone', { measure: name, of });
    return { point, card: null, lines: [], actions: [] };
  }
  const shown = amount(lang, measure, value);
  const first = t(lang, 'say.aggregateOver', {
    point: t(lang, `say.${operation}`, { value: amountNamed(lang, measure, value) }),
    number: number(lang, of),
    phrase: phrase(speaker, filters, of === 1 ? 'one' : 'other'),
    stated: number(lang, stated),
    missing: missing.length,
  });
  const more = citywide?.value ?? null;
  const pairs: Pair[] = [
    [name, shown],
    [
      t(lang, 'label.projects'),
      missing.length === 0
        ? t(lang, 'say.statedAll', { of })
        : t(lang, 'say.statedOf', { stated: number(lang, stated), of: number(lang, of) }),
    ],
  ];
  if (holders.length > 0 && holders.length <= NAMED)
    pairs.push([t(lang, 'label.holders'), all(lang, holders.map(names.title))]);
  if (missing.length > 0 && missing.length <= NAMED) {
    pairs.push([t(lang, 'label.missing'), all(lang, missing.map(names.title))]);
  }
  const second =
    citywide && more !== null && more !== value
      ? [t(lang, 'say.withCitywide', { value: amount(lang, measure, more), of: number(lang, citywide.of) })]
      : [];
  return {
    point: [first, ...second].join(' '),
    card: factsCard('', [], pairs),
    lines: spokenPairs(pairs),
    actions: missing.length > NAMED ? [missingAction(speaker, body, filters)] : [],
  };
}

function missingAction({ lang }: Speaker, { measure, missing }: Aggregate, filters: Filters): object {
  const thresholds = [...(filters.thresholds ?? []), { measure, missing: true as const }];
  return ask(
    t(lang, 'suggest.missing', { count: number(lang, missing.length) }),
    { intent: 'list', filters: { ...filters, thresholds }, order: null, limit: null, page: 0 },
    lang,
  );
}
