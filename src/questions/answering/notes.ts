import type { Filters, Note, Question, Reading } from '../question.js';
import type { Scope } from './scope.js';

/** What must be said beside the answer: the reading's own notes, and every department asked for that is dissolved. */
export function notesFor(scope: Scope, { question, notes }: Reading): Note[] {
  const known = new Set(notes.map((note) => (note.kind === 'dissolved' ? note.department : null)));
  const dissolved = [...new Set(departmentsIn(question))].filter(
    (id) => !known.has(id) && scope.index.departments.get(id)?.kind === 'dissolved',
  );
  return [...notes, ...dissolved.map((department): Note => ({ kind: 'dissolved', department }))];
}

function departmentsIn(question: Question): string[] {
  if (question.intent === 'organisation') return question.department ? [question.department] : [];
  const filters: Filters | undefined =
    'filters' in question ? question.filters : 'claims' in question ? question.claims : undefined;
  // A division's dissolved departments were not asked for by name.
  return (filters?.organisations ?? []).flatMap((one) => (one.division === null ? one.departments : []));
}
