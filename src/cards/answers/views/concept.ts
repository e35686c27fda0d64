import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { View } from '../view.js';
import { inner, quoted } from '../words/format.js';
import type { Speaker } from '../words/speaker.js';
import { factsCard, spokenPairs, type Pair } from './facts-card.js';

/** What the city's concept says, quoted with its chapter. */
export function conceptView(speaker: Speaker, { chapters }: Extract<Body, { kind: 'concept' }>): View {
  const { lang, names, portfolio } = speaker;
  const pairs: Pair[] = chapters.map(({ id, excerpt }) => [
    t(lang, 'concept.chapter', { chapter: names.chapter(id) }),
    quoted(lang, excerpt),
  ]);
  const [only] = chapters;
  const empty = portfolio.programme.concept.length === 0 ? 'concept.noneStored' : 'concept.none';
  const point = !only
    ? t(lang, empty)
    : chapters.length === 1
      ? t(lang, 'concept.pointOne', { chapter: names.chapter(only.id), excerpt: inner(lang, only.excerpt) })
      : t(lang, 'concept.point', { count: chapters.length });
  return {
    point,
    card: factsCard('', chapters.length > 1 ? spokenPairs(pairs) : [], []),
    lines: chapters.length > 1 ? spokenPairs(pairs) : [],
    actions: [],
  };
}
