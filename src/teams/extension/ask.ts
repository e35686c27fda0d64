import type { MessagingExtensionResult, TaskModuleTaskInfo } from 'botbuilder';
import { z } from 'zod/v4';
import { askCard } from '../../cards/extension/ask.js';
import { t } from '../../locales/index.js';
import { LotseError } from '../../programme/errors.js';
import type { Reading } from '../../questions/question.js';
import { readAsked } from '../handlers/question-data.js';
import { answerFor, askerOf, readingOfButton } from '../handlers/questions.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import type { Services } from '../services.js';
import type { Turn } from '../turn.js';
import { LONGEST_QUESTION, messageWords } from './message-words.js';
import { dialog, list } from './results.js';
import type { Action } from './values.js';
import type { Visit } from './visits.js';

const typed = z.string().max(LONGEST_QUESTION).catch('');
/** What comes back from the dialog: what stands in the input, and for inserting the question that was answered. */
const submitted = z.looseObject({ verb: z.string().catch(''), words: typed, asked: typed });

type Asking = Pick<Services, 'schedule' | 'ledger'>;

/**
 * The dialog for a message: its text as the question, and the answer to it. The embedded understanding reads it alone,
 * as Teams waits five seconds only; and no talk is remembered, as the words are somebody else's.
 */
export function openDialog(services: Asking, visit: Visit, { messagePayload }: Action): TaskModuleTaskInfo {
  const { text, cut } = messageWords(messagePayload ?? {});
  return show(services, known(visit), text, cut ? 'extension.ask.cut' : null);
}

/** What is pressed in the dialog: asks again, follows a button of the answer, or puts the answer into the message being written. */
export function answerDialog(
  services: Asking,
  visit: Visit,
  { data }: Action,
): TaskModuleTaskInfo | MessagingExtensionResult {
  const turn = known(visit);
  const { verb, words, asked } = submitted.parse(data ?? {});
  const button = verb.startsWith('question.') ? readAsked(data) : null;
  if (button) return show(services, turn, words.trim(), null, readingOfButton(button, turn));
  if (verb !== 'extension.insert') return show(services, turn, words.trim(), null);
  const { message } = answerFor(turn, read(turn, asked), services);
  const title = t(turn.lang, 'extension.ask.title');
  return list(message.card ? [{ title, line: message.summary, card: message.card }] : []);
}

/** Questions are answered to those only who are known to belong here. */
function known({ turn, open }: Visit): Turn {
  if (open) throw new LotseError('identity.unchecked');
  return turn;
}

function show(
  services: Asking,
  turn: Turn,
  question: string,
  note: 'extension.ask.cut' | null,
  reading: Reading | null = question === '' ? null : read(turn, question),
): TaskModuleTaskInfo {
  const { lang } = turn;
  const answer = reading && answerFor(turn, reading, services).message;
  const said = note ?? (answer ? null : 'extension.ask.noText');
  const card = askCard({ question, answer, note: said && t(lang, said), longest: LONGEST_QUESTION }, lang);
  return dialog(t(lang, 'extension.ask.title'), card);
}

function read(turn: Turn, text: string): Reading {
  const asked = { asker: askerOf(turn), context: null, now: turn.now };
  return understandingOf(turn.portfolio.programme).read(text, asked);
}
