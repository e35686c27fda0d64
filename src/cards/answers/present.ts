import { t } from '../../locales/index.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import type { Answer } from '../../questions/answer.js';
import { md } from '../escape.js';
import { render } from '../render.js';
import { cardTemplate } from './card-template.js';
import { notesAfter, notesBefore } from './notes.js';
import { followUps } from './suggestions.js';
import { viewOf, type Reader } from './view-of.js';
import { describe } from './words/describe.js';
import { all, day, quoted } from './words/format.js';
import { otherLanguage } from './words/other-language.js';
import { speaker as makeSpeaker, type Speaker } from './words/speaker.js';

/** A card shows six buttons. */
const BUTTONS = 6;
/** Notifications show about so much. */
const SUMMARY = 150;
const plainCard = { template: cardTemplate(), data: {} };
/** Kinds that were taken for nothing that could be said again in other words. */
const UNREAD = new Set<Answer['body']['kind']>(['thanks', 'greeting', 'help', 'notUnderstood', 'gone']);

/**
 * Puts an answer into a message: `text` is the point in a sentence or two (Markdown-escaped); the card begins with it and
 * goes on with the evidence, buttons that lead on, and one line that says as of when the answer holds and what the
 * question was taken for. The card reads itself out in whole (`speak`, `fallbackText`). No project is named that is not
 * part of the answer.
 */
export function presentAnswer(answer: Answer, portfolio: Portfolio, reader: Reader): Message {
  const speaker = makeSpeaker(portfolio, answer.lang, answer.asOf);
  const view = viewOf(speaker, answer, reader);
  const point = [...notesBefore(speaker, answer.notes), view.point, ...notesAfter(speaker, answer)].join(' ');
  if (answer.body.kind === 'thanks') return { summary: short(point), text: md(point), card: null };
  const footer = footerOf(speaker, answer, otherLanguage([view.point, ...view.lines], answer.lang));
  const { template, data } = view.card ?? plainCard;
  const card = render(template, {
    ...data,
    lang: answer.lang,
    point: md(point),
    words: [point, ...view.lines, footer].join('\n'),
    footer: md(footer),
    actions: [...view.actions, ...followUps(speaker, answer)].slice(0, BUTTONS),
  });
  return { summary: short(point), text: md(point), card };
}

function footerOf(speaker: Speaker, { asOf, body, question, reading }: Answer, other: Lang | null): string {
  const { lang } = speaker;
  const parts = [t(lang, 'footer.asOf', { day: day(lang, asOf) })];
  if (!UNREAD.has(body.kind)) parts.push(t(lang, 'footer.understood', { question: describe(speaker, question) }));
  if (other) parts.push(t(lang, `footer.texts.${other}`));
  if (reading.translated) parts.push(t(lang, 'footer.translated'));
  const corrected = reading.corrected.map(({ said, meant }) => `${quoted(lang, said)} → ${quoted(lang, meant)}`);
  if (corrected.length > 0) parts.push(t(lang, 'note.corrected', { words: all(lang, corrected) }));
  return parts.join(' · ');
}

function short(text: string): string {
  return text.length <= SUMMARY ? text : `${text.slice(0, SUMMARY - 1).trimEnd()}…`;
}
