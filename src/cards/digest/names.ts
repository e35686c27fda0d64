import { inLanguage } from '../../programme/text.js';
import type { Reader } from './view.js';

/** A project's title in the reader's language; its id where it has left the programme. */
export function titleOf(project: string, { portfolio, lang }: Reader): string {
  return inLanguage(portfolio.projects.get(project)?.title, lang) || project;
}

export function actionFieldName(id: string, { portfolio, lang }: Reader): string {
  return inLanguage(portfolio.programme.actionFields.find((field) => field.id === id)?.name, lang) || id;
}
