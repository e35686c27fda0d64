import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import { ask } from '../button.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/help.json' with { type: 'json' };
import type { View } from '../view.js';
import { examples } from '../words/examples.js';
import type { Speaker } from '../words/speaker.js';
import { factSet, spokenPairs, type Pair } from './facts-card.js';

const template = cardTemplate(blocks);

/** What Lotse can do, with example questions from the present programme; no project is named. */
export function helpView(speaker: Speaker, kind: 'help' | 'greeting', department: string | null): View {
  const { lang, portfolio } = speaker;
  const topics = ['questions', 'status', 'mine', 'digest'] as const;
  const pairs = topics.map((topic): Pair => [t(lang, `help.${topic}`), t(lang, `help.${topic}Text`)]);
  return withExamples(speaker, {
    point: t(lang, `${kind}.point`, { city: portfolio.programme.city }),
    pairs,
    department,
    limits: t(lang, 'help.limits'),
  });
}

/** A friendly refusal, and what can be asked instead. */
export function outOfScopeView(speaker: Speaker, department: string | null): View {
  const point = t(speaker.lang, 'outOfScope.point', { city: speaker.portfolio.programme.city });
  return withExamples(speaker, {
    point,
    pairs: [],
    department,
    limits: '',
    heading: t(speaker.lang, 'outOfScope.offer'),
  });
}

/** Something the programme does not hold any more. */
export function goneView(speaker: Speaker, { noun }: Extract<Body, { kind: 'gone' }>): View {
  const point = t(speaker.lang, `gone.${noun}`);
  return withExamples(speaker, { point, pairs: [], department: null, limits: '' });
}

function withExamples(
  speaker: Speaker,
  given: { point: string; pairs: readonly Pair[]; department: string | null; limits: string; heading?: string },
): View {
  const { lang } = speaker;
  const found = examples(speaker, given.department);
  const heading = given.heading ?? t(lang, 'help.examples');
  return {
    point: given.point,
    card: {
      template,
      data: {
        heading: '',
        facts: factSet(given.pairs),
        examplesHeading: heading,
        examples: found.map(({ title, question }) => ({ text: title, action: ask(title, question, lang) })),
        limits: given.limits,
      },
    },
    lines: [
      ...spokenPairs(given.pairs),
      ...(found.length > 0 ? [`${heading}:`, ...found.map(({ title }) => title)] : []),
      ...(given.limits ? [given.limits] : []),
    ],
    actions: [],
  };
}
