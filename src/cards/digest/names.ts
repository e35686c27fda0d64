import { lastName } from '../../programme/last-name.js';
import { inLanguage } from '../../programme/text.js';
import { projectTitle } from '../project-title.js';
import type { Reader } from './view.js';

/** A project's title in the reader's language, also where it has left the programme. */
export function titleOf(project: string, { portfolio, lang }: Reader): string {
  return projectTitle(portfolio, project, lang);
}

/** An action field's name in the reader's language, also where the programme no longer has it. */
export function actionFieldName(id: string, { portfolio, lang }: Reader): string {
  const field = portfolio.programme.actionFields.find((each) => each.id === id);
  return inLanguage(field?.name ?? lastName(portfolio, 'actionField', id), lang) || id;
}
