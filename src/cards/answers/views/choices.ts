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

type Clarify = Extract<Body, { kind: 'clarify' }>;
const template = cardTemplate(blocks);
/** A card shows six buttons; more choices become a list to pick from, as long as it stays handy. */
const BUTTONS = 6;
const PICKED = 100;
const DEPARTMENTS = 400;
interface Choice {
  title: string;
  value: string;
}

/** Asks back which of several things was meant. */
export function clarifyView(speaker: Speaker, body: Clarify): View {
  const { lang } = speaker;
  if (body.about === 'own-department') return ownDepartmentView(speaker, body);
  const labels = optionNames(speaker, body.options, body.words);
  const inline = labels.length > 0 && labels.length <= BUTTONS;
  const point = inline
    ? t(lang, `clarify.${body.about}Options`, { options: either(lang, labels) })
    : t(lang, `clarify.${body.about}`);
  if (body.about === 'project' && labels.length === 0)
    return openView(speaker, `${point} ${t(lang, 'clarify.hintFree')}`);
  return optionsView(speaker, point, body.options, labels);
}

/** Asks where somebody works; what they asked is answered once they have picked it. */
function ownDepartmentView(speaker: Speaker, body: Clarify): View {
  const { lang, portfolio, names } = speaker;
  const living = portfolio.programme.departments.filter(({ kind }) => kind !== 'dissolved');
  const department = inLanguage(portfolio.programme.vocabulary.department, lang);
  const point = t(lang, 'clarify.own-department', { department });
  const example = living[0] ? [t(lang, 'clarify.ownExample', { example: names.department(living[0].id) })] : [];
  const pick = body.pending !== null && living.length <= DEPARTMENTS;
  return choicesView(speaker, {
    point: pick ? point : [point, ...example].join(' '),
    hint: '',
    label: t(lang, 'clarify.own'),
    choices: pick ? living.map(({ id }) => ({ title: names.department(id), value: id })) : [],
    lines: example,
    actions: pick ? [execute(t(lang, 'clarify.show'), 'question.choose', { pending: body.pending, lang })] : [],
  });
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
  if (labels.length === 0) return openView(speaker, `${first} ${t(lang, 'clarify.hintFree')}`);
  return optionsView(speaker, `${first} ${t(lang, 'notUnderstood.near')}`, body.near, labels);
}

/** Nothing comes near: what there is and what can be asked are offered instead. */
function openView(speaker: Speaker, point: string): View {
  const { lang } = speaker;
  const actions = [
    ask(t(lang, 'suggest.overview'), { intent: 'overview' }, lang),
    ask(t(lang, 'clarify.help'), { intent: 'help' }, lang),
  ];
  return { ...optionsView(speaker, point, [], []), actions };
}

function optionsView(speaker: Speaker, point: string, options: readonly Option[], labels: readonly string[]): View {
  const { lang } = speaker;
  const picking = options.length > BUTTONS && options.length <= PICKED;
  const hint = options.length > 0 ? t(lang, 'clarify.hint') : '';
  return choicesView(speaker, {
    point,
    hint,
    label: t(lang, 'clarify.choice'),
    choices: picking ? labels.map((title, at) => ({ title, value: String(at) })) : [],
    lines: [...labels, hint],
    actions: picking
      ? [
          execute(t(lang, 'clarify.show'), 'question.choose', {
            options: options.map(({ question }) => question),
            lang,
          }),
        ]
      : options.slice(0, BUTTONS).map(({ question }, at) => ask(labels[at] ?? '', question, lang)),
  });
}

function choicesView(
  { lang }: Speaker,
  given: Pick<View, 'point' | 'lines' | 'actions'> & { hint: string; label: string; choices: readonly Choice[] },
): View {
  const { point, lines, actions, hint, label, choices } = given;
  return {
    point,
    card: { template, data: { hint, label, missing: t(lang, 'clarify.choose'), choices } },
    lines: lines.filter(Boolean),
    actions,
  };
}
