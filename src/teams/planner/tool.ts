import type { ChatCompletionTool } from 'openai/resources/chat/completions';
import { z } from 'zod/v4';
import { plainQuestionSchema } from '../../questions/question-schema.js';
import type { Question } from '../../questions/question.js';

/** A tool call as the model wrote it; nothing of it is in order yet. */
export interface ToolCall {
  id: string;
  name: string;
  /** JSON, or what the model takes for it. */
  arguments: string;
}

const NAME = 'ask';
/** The protocol wants an object on top; the Question is a choice of objects. Asking back is not the model's to do. */
const parameters = z.object({ question: plainQuestionSchema });

/** The one tool: its parameters are the Question's own schema. */
export const askTool: ChatCompletionTool = {
  type: 'function',
  function: {
    name: NAME,
    description: "Computes the answer to one question from the programme's data and shows it to the employee.",
    parameters: parametersSchema(),
  },
};

/** The Question of a call, or what is wrong with it, told to the model. */
export function readCall(call: ToolCall): { question: Question } | { faults: string[] } {
  if (call.name !== NAME) return { faults: [`There is no tool of that name; the only one is ${NAME}.`] };
  let given: unknown;
  try {
    given = JSON.parse(call.arguments);
  } catch {
    return { faults: ['The arguments are no JSON.'] };
  }
  const read = parameters.safeParse(given);
  if (read.success) return read.data;
  return { faults: read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}

function parametersSchema(): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(parameters, { io: 'input', reused: 'ref' });
  return schema;
}
