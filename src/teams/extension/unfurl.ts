import type { MessagingExtensionResult } from 'botbuilder';
import { openProjectCard } from '../../cards/extension/open-project.js';
import { dayOf } from '../../programme/calendar.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import { openProgramme } from '../../publication/open-programme.js';
import { linkedProject } from '../../publication/project-link.js';
import { list } from './results.js';

export interface Unfurling {
  portfolio: Portfolio;
  lang: Lang;
  now: Date;
}

/** The preview of a link to a published project: published fields only. Nothing for any other address. */
export function unfurl(
  url: string,
  publication: string | null,
  { portfolio, lang, now }: Unfurling,
): MessagingExtensionResult {
  const { programme } = portfolio;
  const project = publication === null ? null : linkedProject(publication, url);
  if (project === null) return list([]);
  const open = openProgramme(programme, dayOf(now, programme.timeZone));
  const found = openProjectCard(open, project, lang, new URL(url).href);
  return list(found ? [found] : []);
}
