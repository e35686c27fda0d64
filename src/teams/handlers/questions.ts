import { presentAnswer } from '../../cards/answers/present.js';
import { t } from '../../locales/index.js';
import { mayDecide } from '../../programme/policies/decision.js';
import type { Message } from '../../programme/messenger.js';
import type { Answer } from '../../questions/answer.js';
import { answer } from '../../questions/answering/answer.js';
import type { TopicSearch } from '../../questions/answering/scope.js';
import { contextAfter, conversationKey, type ConversationMemory } from '../../questions/memory.js';
import type { Asker, Reading } from '../../questions/question.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import { openWeek } from '../../reporting/moments.js';
import { conversationMemory } from '../conversation-memory.js';
import type { Planner } from '../planner/planner.js';
import { readAgain } from '../planner/second-reading.js';
import { withAge } from '../old-knowledge.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { keptAnswer, type Circumstances } from './kept-answers.js';
import { readAsked, type AskedByButton } from './question-data.js';
import { mayReport } from './status-open.js';

/** Buttons that ask; `question.page` turns the page of the card it stands on. */
const VERBS = ['question.ask', 'question.page', 'question.choose'];

/** The ways in to asking: the buttons of answers, and every text that nothing else took. */
export function questionRoutes(services: Services): Route[] {
  const { planner, telemetry } = services;
  const memory = conversationMemory();
  return [
    {
      name: 'question-button',
      matches: ({ action }) => action !== null && VERBS.includes(action.verb),
      handle: (turn) => Promise.resolve(press(turn, services, memory)),
    },
    {
      name: 'question',
      matches: ({ action, text }) => action === null && text !== '',
      handle: async (turn) => {
        const reading = await readWords(turn, memory, planner);
        telemetry.note({ intent: reading.question.intent });
        return { kind: 'message', message: reply(turn, reading, services, memory) };
      },
    },
  ];
}

/** The embedded understanding goes first; a language model, where there is one, is asked about what it is not sure of. */
async function readWords(turn: Turn, memory: ConversationMemory, planner: Planner | undefined): Promise<Reading> {
  const { actor, conversation, now, portfolio, text, working } = turn;
  const { programme } = portfolio;
  const understanding = understandingOf(programme);
  const asked = { asker: askerOf(turn), context: memory.recall(conversationKey(actor.key, conversation.id), now), now };
  const reading = understanding.read(text, asked);
  if (!planner) return reading;
  return readAgain(planner, reading, text, { ...asked, programme, topics: understanding.topic, working });
}

function press(turn: Turn, services: Services, memory: ConversationMemory): Reply {
  const asked = readAsked(turn.action?.data);
  if (!asked) return words(t(turn.lang, 'gone.button'));
  const message = reply(turn, readingOfButton(asked, turn), services, memory);
  const turnsPage = turn.action?.verb === 'question.page' && message.card !== null;
  return turnsPage ? { kind: 'card', card: message.card ?? {} } : { kind: 'message', message };
}

/** Answers and remembers in one go, without a pause in which another turn of the talk could come between. */
function reply(turn: Turn, reading: Reading, services: Services, memory: ConversationMemory): Message {
  const { actor, conversation, now, portfolio } = turn;
  const { given, message } = keptAnswer(reading, turn, circumstancesOf(turn, services), (circumstances) => {
    const { given, message } = answerNow(turn, reading, circumstances);
    const { body, question, named, lang } = given;
    return { given: { body: { kind: body.kind }, question, named, lang }, message };
  });
  const key = conversationKey(actor.key, conversation.id);
  memory.remember(key, contextAfter(memory.recall(key, now), given, now));
  return withAge(message, services.ledger, portfolio, given.lang);
}

/** What is answered to a question, as data and as the message that says it to who asks; nothing is remembered of it. */
export function answerFor(
  turn: Turn,
  reading: Reading,
  services: Pick<Services, 'schedule' | 'ledger'>,
): { given: Answer; message: Message } {
  const { given, message } = answerNow(turn, reading, circumstancesOf(turn, services));
  return { given, message: withAge(message, services.ledger, turn.portfolio, given.lang) };
}

function circumstancesOf(turn: Turn, { schedule }: Pick<Services, 'schedule'>): Circumstances {
  const { actor, now, portfolio } = turn;
  return {
    reader: {
      department: actor.person?.department ?? null,
      mayReport: (id) => mayReport(turn, id),
      mayDecide: mayDecide(actor.person),
    },
    reportingWeek: () => openWeek(now, schedule, portfolio.programme),
  };
}

function answerNow(
  { now, portfolio }: Turn,
  reading: Reading,
  { reader, reportingWeek }: Circumstances,
): { given: Answer; message: Message } {
  const topics: TopicSearch = (words) => understandingOf(portfolio.programme).topic(words);
  const given = answer(reading, portfolio, { now, topics, reportingWeek });
  return { given, message: presentAnswer(given, portfolio, reader) };
}

export function askerOf({ actor, lang }: Turn): Asker {
  return { person: actor.person?.id ?? null, department: actor.person?.department ?? null, lang };
}

/** What a button asks is not read from words: there is nothing to doubt about it. */
export function readingOfButton({ question, lang }: Pick<AskedByButton, 'question' | 'lang'>, turn: Turn): Reading {
  return { question, lang: lang ?? turn.lang, alternatives: [], unknownWords: [], corrected: [], notes: [] };
}
