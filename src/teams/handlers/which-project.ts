import { shortTitles } from '../../cards/answers/words/short-title.js';
import { noteCard, type NoteAction } from '../../cards/status/note.js';
import { projectTitle } from '../../cards/status/words.js';
import { t } from '../../locales/index.js';
import type { Project } from '../../programme/programme.js';
import type { Reply, Turn } from '../turn.js';

/** A card shows six buttons; where more could be meant, the words are answered as a question. */
export const MOST_CHOICES = 6;

/** Asks which of several projects a command is for; each button carries on with it for one of them. */
export function askWhich(
  { portfolio, lang }: Turn,
  projects: readonly Project[],
  go: (project: string) => Pick<NoteAction, 'verb' | 'data'>,
): Reply {
  const text = t(lang, 'clarify.project');
  // Clients cut off what does not fit on a button.
  const titles = shortTitles(
    projects.map(({ id }) => projectTitle(portfolio, id, lang)),
    lang,
  );
  const actions = projects.map(({ id }, at) => ({ title: titles[at] ?? id, ...go(id) }));
  return { kind: 'message', message: { summary: text, text, card: noteCard(text, lang, actions) } };
}
