import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { dayOf } from '../../programme/calendar.js';
import { plainQuestionSchema } from '../../questions/question-schema.js';
import type { Context } from '../../questions/question.js';
import { instructionsFor } from './instructions.js';
import type { PlannerInput } from './planner.js';
import type { ToolCall } from './tool.js';
import { nearProjects } from './vocabulary.js';

/** Of a long list that was shown, "of those" may mean any; more than this nobody refers to. */
const NAMED = 40;

/** The question put to the model: the programme's vocabulary, the situation and the words, which are quoted as data. */
export function promptFor(text: string, input: PlannerInput): ChatCompletionMessageParam[] {
  const { programme, asker, context, now, topics } = input;
  const near = nearProjects(programme, [...(context?.named ?? []), ...topics([text]).map(({ project }) => project)]);
  const situation = {
    today: dayOf(now, programme.timeZone),
    employeesDepartment: asker.department,
    ...(context ? { before: talk(context) } : {}),
    employeeSays: text,
  };
  return [
    { role: 'system', content: instructionsFor(programme) },
    { role: 'user', content: [near, JSON.stringify(situation)].filter((part) => part !== null).join('\n\n') },
  ];
}

/** A call with the reasons why it could not be taken: one more try. */
export function correctionOf(call: ToolCall, faults: readonly string[]): ChatCompletionMessageParam[] {
  const { id, name, arguments: given } = call;
  return [
    { role: 'assistant', tool_calls: [{ id, type: 'function', function: { name, arguments: given } }] },
    { role: 'tool', tool_call_id: id, content: ['Not asked:', ...faults.slice(0, 10)].join('\n') },
  ];
}

/** Questions that got an answer, without the words people used. */
function talk({ questions, named, focus }: Context): object {
  return {
    questions: questions.filter((question) => plainQuestionSchema.safeParse(question).success),
    projectsNamed: named.slice(0, NAMED),
    projectTalkedAbout: focus,
  };
}
