import type { Filters, Note, Question, Reading } from '../question.js';
import type { Answer } from '../answer.js';
import { factOf } from './facts.js';
import type { Scope } from './scope.js';

/** What must be said beside the answer: the reading's own notes, and every department asked for that is dissolved. */
export function notesFor(scope: Scope, { question, notes }: Reading): Note[] {
  const known = new Set(notes.map((note) => (note.kind === 'dissolved' ? note.department : null)));
  const dissolved = [...new Set(departmentsIn(question))].filter(
    (id) => !known.has(id) && scope.index.departments.get(id)?.kind === 'dissolved',
  );
  return [...notes, ...dissolved.map((department): Note => ({ kind: 'dissolved', department }))];
}

/** The true values of what the question took wrongly for granted. */
export function premisesOf(scope: Scope, { notes }: Reading): Answer['premises'] {
  return notes.flatMap((note) => {
    const project = note.kind === 'premise' ? scope.portfolio.projects.get(note.project) : undefined;
    return note.kind === 'premise' && project
      ? [{ project: project.id, fact: factOf(scope, project, note.field) }]
      : [];
  });
}

function departmentsIn(question: Question): string[] {
  if (question.intent === 'organisation') return question.department ? [question.department] : [];
  const filters: Filters | undefined =
    'filters' in question ? question.filters : 'claims' in question ? question.claims : undefined;
  // A division's dissolved departments were not asked for by name.
  return (filters?.organisations ?? []).flatMap((one) => (one.division === null ? one.departments : []));
}
