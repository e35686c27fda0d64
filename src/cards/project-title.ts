import { lastName } from '../programme/last-name.js';
import type { Portfolio } from '../programme/portfolio.js';
import { inLanguage, type Lang } from '../programme/text.js';

/** The title of a project in the reader's language, also when it has left the programme; else its id. Not escaped. */
export function projectTitle(portfolio: Pick<Portfolio, 'projects' | 'history'>, project: string, lang: Lang): string {
  const title = portfolio.projects.get(project)?.title ?? lastName(portfolio, 'project', project);
  return inLanguage(title, lang) || project;
}
