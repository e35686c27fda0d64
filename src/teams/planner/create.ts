import { type Log, trace } from '../../programme/log.js';
import type { Clock } from '../../programme/store.js';
import type { Question } from '../../questions/question.js';
import { type Chat, type ChatOptions, openChat } from './chat.js';
import { checkQuestion } from './check.js';
import { ServiceFailure } from './failure.js';
import type { LanguageModel } from './model.js';
import type { Planner, PlannerInput } from './planner.js';
import { correctionOf, promptFor } from './prompt.js';
import { Rest } from './rest.js';
import { readCall } from './tool.js';

export interface PlannerOptions extends ChatOptions {
  clock: Clock;
  log: Log;
  /** How long a person is kept waiting for a translation. The platform gives a turn 10 to 15 s. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 6_000;
/** A faulty call may be put right once. */
const ROUNDS = 2;
/** More people at once do not wait for a slow service; they get the embedded reading. */
const AT_ONCE = 8;

/** A planner that asks a language model. Nothing is sent before the first unclear question. */
export function createPlanner(model: LanguageModel, options: PlannerOptions): Planner {
  const { clock, log, timeoutMs = TIMEOUT_MS } = options;
  const chat = openChat(model, options);
  const rest = new Rest();
  let underWay = 0;
  return {
    async plan(text, input) {
      if (rest.isOn(clock.now()) || underWay >= AT_ONCE) return null;
      underWay += 1;
      const begun = performance.now();
      const shown = input.working();
      try {
        const { question, outcome, ...spent } = await translate(chat, text, input, AbortSignal.timeout(timeoutMs));
        rest.worked();
        const ms = Math.round(performance.now() - begun);
        log.info({ outcome, intent: question?.intent ?? null, ms, ...spent }, 'a language model was asked');
        return question;
      } catch (error) {
        if (!(error instanceof ServiceFailure)) log.error(trace(error), 'the planner failed');
        else {
          const restMs = rest.failed(error.failure, clock.now());
          const { reason, status, code } = error.failure;
          log.warn({ reason, status, code, restMs }, 'the language model gave no answer');
        }
        return null;
      } finally {
        await shown;
        underWay -= 1;
      }
    },
  };
}

interface Translation {
  question: Question | null;
  outcome: 'question' | 'declined' | 'faulty';
  rounds: number;
  tokens: number;
}

async function translate(chat: Chat, text: string, input: PlannerInput, signal: AbortSignal): Promise<Translation> {
  const messages = promptFor(text, input);
  let tokens = 0;
  for (let rounds = 1; ; rounds++) {
    const answer = await chat(messages, signal);
    tokens += answer.tokens ?? 0;
    if (!answer.call) return { question: null, outcome: 'declined', rounds, tokens };
    const read = readCall(answer.call);
    const checked = 'faults' in read ? read : checkQuestion(read.question, text, input);
    if ('question' in checked) return { question: checked.question, outcome: 'question', rounds, tokens };
    if (rounds === ROUNDS) return { question: null, outcome: 'faulty', rounds, tokens };
    messages.push(...correctionOf(answer.call, checked.faults));
  }
}
