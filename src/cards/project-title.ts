import type { Portfolio } from '../programme/portfolio.js';
import { inLanguage, type Lang } from '../programme/text.js';

/** The title of a project in the reader's language, or its id when the programme no longer has it. Not escaped. */
export function projectTitle({ projects }: Pick<Portfolio, 'projects'>, project: string, lang: Lang): string {
  return inLanguage(projects.get(project)?.title, lang) || project;
}
