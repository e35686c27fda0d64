import type { Question, Reading } from '../../questions/question.js';
import type { Planner, PlannerInput } from './planner.js';

/**
 * Reads words that the embedded understanding was not sure of once more, with a language model. The embedded reading
 * stays where there is no translation, or one that says less.
 */
export async function readAgain(
  planner: Planner,
  reading: Reading,
  text: string,
  input: PlannerInput,
): Promise<Reading> {
  if (!isUnsure(reading)) return reading;
  const question = await planner.plan(text, input);
  if (!question || !mayReplace(reading.question, question)) return reading;
  const { lang, notes } = reading;
  const kept = notes.filter((note) => note.kind === 'formerName' && names(question, note.department, note.division));
  return { question, lang, alternatives: [], unknownWords: [], corrected: [], notes: kept, translated: true };
}

/**
 * Whether a reading is worth a second one: nothing was understood, or words of it were not. Where two readings are
 * equally likely the person decides, not a model; a department nobody knows of a person no model knows either.
 */
export function isUnsure({ question, unknownWords }: Reading): boolean {
  switch (question.intent) {
    case 'notUnderstood':
    case 'outOfScope':
      return true;
    case 'clarify':
      return question.options.length === 0 && question.about !== 'own-department';
    default:
      return unknownWords.length > 0;
  }
}

/** Small talk, or a refusal, does not replace a reading that got hold of something. */
function mayReplace(embedded: Question, translated: Question): boolean {
  switch (translated.intent) {
    case 'outOfScope':
      // "Not understood" tells what was not; the refusal would say that it is none of the programme's business.
      return embedded.intent !== 'notUnderstood' && !hasHold(embedded);
    case 'help':
    case 'greeting':
    case 'thanks':
      return !hasHold(embedded);
    default:
      return true;
  }
}

/** Whether a question names something of the programme; a topic may be any word. */
function hasHold(question: Question): boolean {
  if (question.intent === 'notUnderstood' || question.intent === 'outOfScope' || question.intent === 'clarify') {
    return false;
  }
  if (question.intent === 'concept') return false;
  return !('filters' in question) || Object.keys(question.filters).some((condition) => condition !== 'topic');
}

function names(question: Question, department: string | null, division: string | null): boolean {
  if (question.intent === 'organisation')
    return [question.department, question.division].includes(department ?? division);
  const filters = 'filters' in question ? question.filters : 'claims' in question ? question.claims : {};
  return (filters.organisations ?? []).some(
    (one) => one.division === division && (department === null || one.departments.includes(department)),
  );
}
