import { t } from '../../locales/index.js';
import { inLanguage } from '../../programme/text.js';
import type { Answer } from '../../questions/answer.js';
import type { Note } from '../../questions/question.js';
import { factPoint } from './words/facts.js';
import { all, inner, quoted } from './words/format.js';
import type { Speaker } from './words/speaker.js';

/** What is said before the answer, because it changes how the answer is read: dissolved and renamed organisations. */
export function notesBefore(speaker: Speaker, notes: readonly Note[]): string[] {
  return notes.flatMap((note) => {
    if (note.kind === 'dissolved') return [dissolved(speaker, note.department)];
    if (note.kind === 'formerName') return [formerName(speaker, note)];
    return [];
  });
}

/** What is said after the answer: what of the words was not understood, and what the question took wrongly for granted. */
export function notesAfter(speaker: Speaker, { premises, reading, body }: Answer): string[] {
  const { lang } = speaker;
  const said = premises.map(({ project, fact }) =>
    t(lang, 'note.premise', { point: factPoint(speaker, project, fact) }),
  );
  const unknown = reading.unknownWords.slice(0, 5).map((word) => quoted(lang, word));
  if (unknown.length > 0 && body.kind !== 'notUnderstood') {
    said.push(t(lang, 'note.unknownWords', { words: all(lang, unknown) }));
  }
  return said;
}

function dissolved({ lang, names, portfolio }: Speaker, id: string): string {
  const org = names.department(id);
  const department = portfolio.programme.departments.find((one) => one.id === id);
  const note = inLanguage(department?.note, lang);
  if (note) return t(lang, 'note.dissolvedNote', { org, note });
  const successors = (department?.successors ?? []).map(names.department);
  if (successors.length === 0) return t(lang, 'note.dissolved', { org });
  return t(lang, 'note.dissolvedSuccessors', { org, successors: all(lang, successors) });
}

function formerName({ lang, names }: Speaker, note: Extract<Note, { kind: 'formerName' }>): string {
  const org = note.division ? names.division(note.division) : names.department(note.department ?? '');
  return t(lang, 'note.formerName', { said: inner(lang, note.said), org });
}
