import { z } from 'zod/v4';
import { dialogCard } from '../../cards/status/dialog.js';
import { noteCard } from '../../cards/status/note.js';
import { projectTitle } from '../../cards/status/words.js';
import { t } from '../../locales/index.js';
import { latestReport } from '../../programme/portfolio.js';
import { draftAsSending, isOutdated, withDrafts } from '../../reporting/draft.js';
import { shown } from '../../reporting/fields.js';
import { isBlank, type StatusForm } from '../../reporting/form.js';
import { unsavedForm } from '../../reporting/returned.js';
import { send } from '../../reporting/sending.js';
import type { Services } from '../services.js';
import { type Reply, type Turn, words } from '../turn.js';
import { answerSeveral, answerSingle, formAgain } from './status-answer.js';
import { readStatusData, type StatusData } from './status-data.js';
import { draftsOf, keepDrafts } from './status-drafts.js';
import { forbidden, freshForm, mayReport } from './status-open.js';
import { recordAll } from './status-send.js';
import { typedIn } from './status-snooze.js';

const id = z.string().min(1).max(1024);
/** What a dialog knows of the card it was opened from: its message, and its projects where there are several. */
const shape = z.object({
  card: id.nullish().catch(null),
  list: z.array(id).max(50).nullish().catch(null),
});

/** A button that opens one project's form in a dialog, with what was typed on the card, left as a draft or reported last. */
export async function openDialog(services: Services, turn: Turn): Promise<Reply> {
  const { portfolio, lang, conversation } = turn;
  const data = readStatusData(turn.action?.data ?? {});
  const project = portfolio.projects.get(data.project ?? '');
  if (!project) return words(t(lang, data.project ? 'report.notice.goneMessage' : 'report.notice.lost'));
  if (!mayReport(turn, project.id)) return forbidden(turn, project);
  // While the dialog is open, what stands on the card is in nobody's hands.
  await keepDrafts(
    services,
    turn,
    typedIn(turn, data).filter((draft) => mayReport(turn, draft.project)),
  );
  const from = portfolio.reports.get(project.id)?.find((report) => report.id === data.corrects);
  const fresh = { ...freshForm(services, turn, [project.id], { week: data.week, from }), form: data.form };
  const typed = data.sending(project.id);
  if (!isBlank(shown(typed.typed)))
    return dialog(turn, { ...unsavedForm(fresh, () => typed), notice: null }, { ...cardOf(turn), list: data.projects });
  const own = fresh.purpose === 'status' && conversation.kind === 'personal';
  const drafts = own ? await draftsOf(services, turn, [project.id]) : [];
  return dialog(turn, withDrafts(fresh, drafts, portfolio), { ...cardOf(turn), list: data.projects });
}

/** A dialog that was sent: it comes back with what is wrong, or closes and its card shows what was saved. */
export async function submitDialog(services: Services, turn: Turn): Promise<Reply> {
  const data = readStatusData(turn.action?.data ?? {});
  const { project } = data;
  if (!project) return words(t(turn.lang, 'report.notice.lost'));
  const opened = cardOf(turn);
  const { after, sent, unsaved } = await recordAll(services, turn, data, [project], (sender, one) =>
    send(sender, data.sending(one)),
  );
  if (unsaved) return dialog(turn, unsaved, opened);
  const one = sent.get(project);
  if (!one || one.outcome === 'gone') {
    const card = noteCard(t(turn.lang, 'report.notice.gone'), turn.lang, [], one?.values);
    return { kind: 'dialog', title: t(turn.lang, 'report.form.titleMany'), card };
  }
  if (one.outcome !== 'saved') return dialog(after, await formAgain(services, after, data, one), opened);
  const reply = opened.list
    ? await answerSeveral(services, after, await withOthers(services, after, data, opened.list), sent)
    : await answerSingle(services, after, data, one);
  return reply.kind === 'card' ? { ...reply, on: opened.card } : reply;
}

/** The card's other projects come back with what had been typed when the dialog was opened. */
async function withOthers(services: Services, turn: Turn, data: StatusData, list: string[]): Promise<StatusData> {
  const drafts = await draftsOf(services, turn, list);
  const { form, seen, week, corrects } = data;
  return {
    ...data,
    projects: list,
    sending: (project) => {
      const empty = { form, seen, week, corrects, project, typed: {}, milestones: new Map() };
      if (project === data.project) return data.sending(project);
      const draft = drafts.find((one) => one.project === project);
      const usable = draft && !isOutdated(draft, latestReport(turn.portfolio, project));
      return usable ? draftAsSending(draft, empty) : empty;
    },
  };
}

function dialog({ portfolio, lang }: Turn, form: StatusForm, opened: Opened): Reply {
  const [entry] = form.entries;
  const project = projectTitle(portfolio, entry?.project ?? '', lang);
  return {
    kind: 'dialog',
    title: t(lang, 'report.form.title', { project }),
    card: dialogCard(portfolio, form, opened, lang),
  };
}

interface Opened {
  card: string | null;
  list: string[] | null;
}
function cardOf({ action }: Turn): Opened {
  const { card = null, list = null } = shape.parse(action?.data ?? {});
  return { card: card ?? null, list: list ?? null };
}
