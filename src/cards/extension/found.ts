import { t } from '../../locales/index.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Answer } from '../../questions/answer.js';
import { healthWords } from '../answers/words/facts.js';
import { speaker as speakerOf } from '../answers/words/speaker.js';

/** A project in the list under the compose box, and the card that choosing it inserts. */
export interface Found {
  title: string;
  /** What tells it from others in a line. */
  line: string;
  card: object;
}

/** A project's answer as a line of the list: title, and its register, lead and health. Null for answers of other kinds. */
export function foundLine({ body, lang, asOf }: Answer, portfolio: Portfolio): Pick<Found, 'title' | 'line'> | null {
  const project = body.kind === 'project' ? portfolio.projects.get(body.project) : undefined;
  if (body.kind !== 'project' || !project) return null;
  const speaker = speakerOf(portfolio, lang, asOf);
  const line = [
    t(lang, `phase.${project.register}`),
    speaker.names.departmentShort(project.lead.department),
    body.status ? healthWords(speaker, body.status.health) : '',
  ];
  return { title: speaker.names.title(project.id), line: line.filter(Boolean).join(' · ') };
}
