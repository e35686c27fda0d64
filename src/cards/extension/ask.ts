import { t } from '../../locales/index.js';
import type { Message } from '../../programme/messenger.js';
import type { Lang } from '../../programme/text.js';
import { finish } from '../finish.js';
import { render } from '../render.js';
import template from './ask.json' with { type: 'json' };
import { inDialog } from './in-dialog.js';

/** A card shows six buttons; one of them inserts the answer. */
const BUTTONS = 5;

export interface Dialog {
  /** What is asked, in the input; as it was written. */
  question: string;
  /** Null: nothing has been asked yet. */
  answer: Message | null;
  /** Something worth knowing about the question, instead of what can be done. */
  note: string | null;
  /** Most characters a question may have. */
  longest: number;
}

/** The dialog that answers a message: the question, which can be changed, the answer to it, and a button that inserts it. */
export function askCard({ question, answer, note, longest }: Dialog, lang: Lang): object {
  const { body = [], actions = [] } = inDialog((answer?.card ?? {}) as { body?: object[]; actions?: object[] });
  const spoken = (answer?.card as { speak?: string } | null | undefined)?.speak ?? answer?.text ?? null;
  const hint = note ?? t(lang, 'extension.ask.hint');
  const said = answer && !answer.card ? [{ type: 'TextBlock', text: answer.text ?? answer.summary, wrap: true }] : body;
  const insert = {
    type: 'Action.Submit',
    title: t(lang, 'extension.ask.insert'),
    data: { verb: 'extension.insert', asked: question },
  };
  const card = render(template, {
    lang,
    question,
    longest,
    hint,
    label: t(lang, 'extension.ask.label'),
    button: t(lang, 'extension.ask.button'),
    words: [spoken, hint].filter(Boolean).join(' '),
    answer: said,
    actions: answer?.card ? [...actions.slice(0, BUTTONS), insert] : [],
  });
  return finish(card);
}
