import { t } from '../../../locales/index.js';
import type { Body } from '../../../questions/answer.js';
import type { Option } from '../../../questions/question.js';
import { inLanguage } from '../../../programme/text.js';
import { ask, execute } from '../button.js';
import { cardTemplate } from '../card-template.js';
import blocks from '../templates/choices.json' with { type: 'json' };
import type { View } from '../view.js';
import { either, quoted } from '../words/format.js';
import { optionNames } from '../words/options.js';
import type { Speaker } from '../words/speaker.js';

const template = cardTemplate(blocks);
/** A card shows six buttons; more choices become a list to pick from, as long as it stays handy. */
const BUTTONS = 6;
const PICKED = 100;

/** Asks back which of several things was meant. */
export function clarifyView(speaker: Speaker, body: Extract<Body, { kind: 'clarify' }>): View {
  const { lang, portfolio, names } = speaker;
  const labels = optionNames(speaker, body.options);
  if (body.about === 'own-department') {
    const vocabulary = portfolio.programme.vocabulary.department;
    const example = portfolio.programme.departments.find(({ kind }) => kind !== 'dissolved');
    const parts = [t(lang, 'clarify.own-department', { department: inLanguage(vocabulary, lang) })];
    if (example) parts.push(t(lang, 'clarify.ownExample', { example: names.department(example.id) }));
    return choices(speaker, parts.join(' '), body.options, labels);
  }
  const inline = labels.length > 0 && labels.length <= BUTTONS;
  const point = inline
    ? t(lang, `clarify.${body.about}Options`, { options: either(lang, labels) })
    : t(lang, `clarify.${body.about}`);
  return choices(speaker, point, body.options, labels);
}

/** Words that mean nothing to Lotse, and what comes near them. */
export function notUnderstoodView(speaker: Speaker, body: Extract<Body, { kind: 'notUnderstood' }>): View {
  const { lang } = speaker;
  const words = either(
    lang,
    body.words.slice(0, 5).map((word) => quoted(lang, word)),
  );
  const first = body.words.length > 0 ? t(lang, 'notUnderstood.words', { words }) : t(lang, 'notUnderstood.plain');
  const labels = optionNames(speaker, body.near);
  if (labels.length === 0) return choices(speaker, `${first} ${t(lang, 'clarify.hintFree')}`, [], []);
  return choices(speaker, `${first} ${t(lang, 'notUnderstood.near')}`, body.near, labels);
}

function choices(speaker: Speaker, point: string, options: readonly Option[], labels: readonly string[]): View {
  const { lang } = speaker;
  const picking = options.length > BUTTONS && options.length <= PICKED;
  const hint = options.length > 0 ? t(lang, 'clarify.hint') : t(lang, 'clarify.hintFree');
  return {
    point,
    card: {
      template,
      data: {
        hint: options.length > 0 ? hint : '',
        label: t(lang, 'clarify.choice'),
        missing: t(lang, 'clarify.choose'),
        choices: picking ? labels.map((title, at) => ({ title, value: String(at) })) : [],
      },
    },
    lines: [...labels, hint],
    actions: picking
      ? [
          execute(t(lang, 'clarify.show'), 'question.choose', {
            options: options.map(({ question }) => question),
            lang,
          }),
        ]
      : options.slice(0, BUTTONS).map(({ question }, at) => ask(labels[at] ?? '', question, lang)),
  };
}
