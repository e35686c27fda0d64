import type { MessagingExtensionResult } from 'botbuilder';
import { type Found, foundLine } from '../../cards/extension/found.js';
import { openProjectCard } from '../../cards/extension/open-project.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { type OpenProgramme, openProgramme } from '../../publication/open-programme.js';
import { findProjects } from '../../questions/finding/find.js';
import { latestChanged } from '../../questions/finding/latest.js';
import { ownProjects } from '../../reporting/mine.js';
import { openWeek } from '../../reporting/moments.js';
import { answerFor, askerOf, readingOfButton } from '../handlers/questions.js';
import { understandingOf } from '../../questions/understanding/prepared.js';
import type { Services } from '../services.js';
import { TYPED } from './commands.js';
import { list, sentence } from './results.js';
import type { Query } from './values.js';
import type { Visit } from './visits.js';

/** Teams asks for 25; so many cards are made in time and are few enough to look through. */
const PAGE = 15;
/** More is no type-ahead any more. */
const LONGEST = 200;

/** The projects for what somebody has typed so far; their own, or those that changed last, where nothing is typed yet. */
export function search(
  services: Services,
  visit: Visit,
  { parameters, queryOptions }: Query,
): MessagingExtensionResult {
  const typed = parameters.find(({ name }) => name === TYPED)?.value;
  const words = typeof typed === 'string' ? typed.trim().slice(0, LONGEST) : '';
  const from = queryOptions?.skip ?? 0;
  const ids = words === '' ? suggested(services, visit) : found(services, visit, words);
  const cards = ids.slice(from, from + Math.min(queryOptions?.count ?? PAGE, PAGE)).flatMap(cardsFor(services, visit));
  if (cards.length > 0 || from > 0) return list(cards);
  const { lang } = visit.turn;
  return sentence(words === '' ? t(lang, 'extension.search.empty') : t(lang, 'extension.search.none', { words }));
}

function found({ schedule }: Services, { turn, open }: Visit, words: string): string[] {
  const { portfolio, now } = turn;
  const understanding = understandingOf(portfolio.programme);
  const ids = findProjects(words, portfolio, {
    understanding,
    topics: understanding.topic,
    asker: askerOf(turn),
    now,
    reportingWeek: () => openWeek(now, schedule, portfolio.programme),
    open,
  });
  return visible(ids, { turn, open });
}

function suggested({ schedule }: Services, { turn, open }: Visit): string[] {
  const { portfolio, actor, now } = turn;
  const own = ownProjects(portfolio, actor.person, openWeek(now, schedule, portfolio.programme), now);
  if (own.length > 0) return own.map(({ project }) => project);
  // Which reports came in last is not told to the public.
  return visible(open ? [...portfolio.projects.keys()] : latestChanged(portfolio), { turn, open });
}

function visible(ids: readonly string[], { turn, open }: Visit): string[] {
  return ids.filter((id) => !open || turn.portfolio.projects.get(id)?.published);
}

/** The card of a project as it is in chat; of those to whom only published things may be shown, as it is for the public. */
function cardsFor(services: Services, { turn, open }: Visit): (id: string) => Found[] {
  const { portfolio, lang, now } = turn;
  if (open) {
    const published: OpenProgramme = openProgramme(portfolio.programme, dayOf(now, portfolio.programme.timeZone));
    return (id) => [openProjectCard(published, id, lang, null)].filter((card) => card !== null);
  }
  return (project) => {
    const asked = readingOfButton({ question: { intent: 'project', project }, lang }, turn);
    const { given, message } = answerFor(turn, asked, services);
    const line = foundLine(given, portfolio);
    return line && message.card ? [{ ...line, card: { fallbackText: message.summary, ...message.card } }] : [];
  };
}
