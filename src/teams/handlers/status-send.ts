import { formCard } from '../../cards/status/form.js';
import { t } from '../../locales/index.js';
import type { ProgrammeEvent } from '../../programme/events.js';
import { trace } from '../../programme/log.js';
import { StoreUnavailable } from '../../programme/store.js';
import type { StatusForm } from '../../reporting/form.js';
import { unsavedForm } from '../../reporting/returned.js';
import { send, sendUnchanged, type Sender, type Sent } from '../../reporting/sending.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { answerSeveral, answerSingle } from './status-answer.js';
import { readStatusData, type StatusData } from './status-data.js';
import { dropDrafts } from './status-drafts.js';
import { freshForm, mayReport } from './status-open.js';

/** Sends the report on one project, also from a card that holds several. */
export function submitOne(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  return handle(services, turn, data, data.project ? [data.project] : [], (sender, project) =>
    send(sender, data.sending(project)),
  );
}

/** Sends everything that was filled in on a card with several projects. */
export function submitAll(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  return handle(services, turn, data, data.projects ?? [], (sender, project) => send(sender, data.sending(project)));
}

/** "Nothing changed": about one project, or about all of the card that have been reported on before. */
export function submitUnchanged(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  const projects = data.project ? [data.project] : (data.projects ?? []);
  return handle(services, turn, data, projects, (sender, project) =>
    sendUnchanged(sender, data.sending(project), data.sure),
  );
}

export type Decide = (sender: Sender, project: string) => Sent;

async function handle(
  services: Services,
  turn: Turn,
  data: StatusData,
  projects: readonly string[],
  decide: Decide,
): Promise<Reply> {
  if (projects.length === 0) return words(t(turn.lang, 'report.notice.lost'));
  const { after, sent, unsaved } = await recordAll(services, turn, data, projects, decide);
  if (unsaved) return { kind: 'card', card: formCard(turn.portfolio, unsaved, turn.lang) };
  const [only] = sent.values();
  return data.projects || !only
    ? answerSeveral(services, after, data, sent)
    : answerSingle(services, after, data, only);
}

/** What became of what was sent; `unsaved`: nothing could be recorded, and the form to be sent again. */
export interface Recorded {
  /** The turn with what is known after it. */
  after: Turn;
  sent: ReadonlyMap<string, Sent>;
  unsaved: StatusForm | null;
}

/** Decides about each project and records what comes of it. */
export async function recordAll(
  services: Services,
  turn: Turn,
  data: StatusData,
  projects: readonly string[],
  decide: Decide,
): Promise<Recorded> {
  const { portfolio, now, actor } = turn;
  const sender = { portfolio, schedule: services.schedule, person: actor.person, now };
  const sent = new Map(projects.map((project) => [project, decide(sender, project)]));
  const events = [...sent.values()].flatMap((one): ProgrammeEvent[] =>
    one.outcome === 'saved' && one.event ? [one.event] : [],
  );
  try {
    if (events.length > 0) await services.ledger.record(events, now);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    services.log.warn(trace(error), 'a report could not be recorded; the person has their card back');
    return { after: turn, sent, unsaved: notSaved(services, turn, data, projects) };
  }
  await dropDrafts(
    services,
    turn,
    projects.filter((project) => sent.get(project)?.outcome === 'saved'),
  );
  return { after: { ...turn, portfolio: services.ledger.portfolio() ?? portfolio }, sent, unsaved: null };
}

/** The card comes back as it was sent, under its name: sent again it is recorded once, whatever became of the first time. */
function notSaved(services: Services, turn: Turn, data: StatusData, projects: readonly string[]): StatusForm {
  const { portfolio } = turn;
  const own = (data.projects ?? projects).filter((id) => mayReport(turn, id));
  const corrected = own.flatMap((project) => portfolio.reports.get(project) ?? []);
  const from = corrected.find(({ id }) => id === data.corrects);
  const fresh = freshForm(services, turn, own, { week: data.week, from });
  return unsavedForm(fresh, (project) => data.sending(project));
}
