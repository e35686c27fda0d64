import { formCard } from '../../cards/status/form.js';
import { noteCard } from '../../cards/status/note.js';
import { savedMessage } from '../../cards/status/saved.js';
import { t } from '../../locales/index.js';
import { draftsIn } from '../../reporting/draft.js';
import { isBlank, type StatusForm } from '../../reporting/form.js';
import { openWeek } from '../../reporting/moments.js';
import { ownProjects } from '../../reporting/mine.js';
import { noticeOf, returnedCard, withTyped } from '../../reporting/returned.js';
import type { SavedReport } from '../../reporting/saved.js';
import type { Sent } from '../../reporting/sending.js';
import type { Services } from '../services.js';
import type { Reply, Turn } from '../turn.js';
import type { StatusData } from './status-data.js';
import { keepDrafts } from './status-drafts.js';
import { forbidden, freshForm, mayReport, showMine } from './status-open.js';

/** What the card for one project becomes. */
export async function answerSingle(services: Services, turn: Turn, data: StatusData, sent: Sent): Promise<Reply> {
  const { portfolio, lang, conversation } = turn;
  if (sent.outcome === 'saved') return saved(services, turn, [sent.saved]);
  if (sent.outcome === 'gone')
    return { kind: 'card', card: noteCard(t(lang, 'report.notice.gone'), lang, [], sent.values) };
  if (sent.outcome === 'forbidden' && conversation.kind !== 'personal') return forbidden(turn, sent.project);
  return { kind: 'card', card: formCard(portfolio, await formAgain(services, turn, data, sent), lang) };
}

/** The form of one project that could not be accepted as it was, with what was typed and what is wrong; kept as a draft. */
export async function formAgain(
  services: Services,
  turn: Turn,
  data: StatusData,
  sent: Exclude<Sent, { outcome: 'saved' | 'gone' }>,
): Promise<StatusForm> {
  const { portfolio } = turn;
  const from = portfolio.reports.get(sent.project.id)?.find(({ id }) => id === data.corrects);
  const fresh = freshForm(services, turn, [sent.project.id], { week: data.week, from });
  const form = returnedForm(fresh, data, sent);
  await keepDrafts(services, turn, draftsIn(form, portfolio, turn.now));
  return form;
}

/** What the card for several projects becomes. */
export async function answerSeveral(
  services: Services,
  turn: Turn,
  data: StatusData,
  sent: ReadonlyMap<string, Sent>,
): Promise<Reply> {
  const { portfolio, now, lang, conversation } = turn;
  const [first] = sent.values();
  const none = [...sent.values()].every(({ outcome }) => outcome === 'forbidden');
  if (first?.outcome === 'forbidden' && none && conversation.kind !== 'personal') return forbidden(turn, first.project);
  // The card names its projects, but is no leave to see them.
  const own = data.projects?.filter((id) => sent.has(id) || mayReport(turn, id));
  const card = { ...data, projects: own ?? [...sent.keys()], sent };
  const { done, form } = returnedCard(portfolio, services.schedule, card, now);
  if (form) {
    await keepDrafts(services, turn, draftsIn(form, portfolio, now));
    return { kind: 'card', card: formCard(portfolio, form, lang) };
  }
  return done.length > 0 ? saved(services, turn, done) : showMine(services, turn);
}

/** The form keeps its name when it comes back, so that what is sent in the end is recorded once. */
function returnedForm(
  fresh: StatusForm,
  { form, seen }: StatusData,
  sent: Exclude<Sent, { outcome: 'saved' | 'gone' }>,
): StatusForm {
  if (sent.outcome === 'nothing' && !isBlank(sent.values)) return { ...fresh, form, notice: { kind: 'superseded' } };
  const faulty: typeof sent =
    sent.outcome === 'nothing'
      ? {
          ...sent,
          outcome: 'faulty',
          milestones: [],
          faults: [{ field: 'health', code: 'healthMissing', details: {} }],
        }
      : sent;
  const entries = fresh.entries.map((entry) => withTyped(entry, faulty));
  return { ...fresh, form, seen, entries, notice: noticeOf([faulty], 1) };
}

function saved(services: Services, turn: Turn, reports: readonly SavedReport[]): Reply {
  const { portfolio, actor, now, lang, conversation } = turn;
  const week = openWeek(now, services.schedule, portfolio.programme);
  const next = ownProjects(portfolio, actor.person, week, now).find(({ missing, as }) => missing && as !== 'deputy');
  const { card } = savedMessage(portfolio, reports, next?.project ?? null, lang);
  // In a channel everybody sees that the form is done; otherwise somebody would fill it in again.
  return { kind: 'card', card: card ?? {}, shared: conversation.kind !== 'personal' };
}
