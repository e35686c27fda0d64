import type { Services } from '../services.js';
import type { Reply, Route, Turn } from '../turn.js';
import { isCommand } from './command.js';
import { discardDraft, openAll, openForm, startStatus, showMine } from './status-open.js';
import { correctReport } from './status-correct.js';
import { showHistory, withdrawReport } from './status-history.js';
import { submitAll, submitOne, submitUnchanged } from './status-send.js';
import { openDialog, submitDialog } from './status-dialog.js';
import { cancelForm, snooze } from './status-snooze.js';
import { arrangeRoutes } from './arrange.js';
import { absenceRoutes } from './absence.js';
import { officeStatusRoutes } from './status-office.js';
import { statusWordsRoutes } from './status-words.js';

type Handler = (services: Services, turn: Turn) => Promise<Reply> | Reply;

const COMMANDS: Record<string, Handler> = {
  status: startStatus,
  'meine projekte': showMine,
  'my projects': showMine,
};

const VERBS: Record<string, Handler> = {
  'status.open': openForm,
  'status.openAll': openAll,
  'status.mine': showMine,
  'status.submit': submitOne,
  'status.unchanged': submitUnchanged,
  'status.submitAll': submitAll,
  'status.dialog': openDialog,
  'status.dialogSubmit': submitDialog,
  'status.correct': correctReport,
  'status.history': showHistory,
  'status.withdraw': withdrawReport,
  'status.discard': discardDraft,
  'status.snooze': snooze,
  'status.cancel': cancelForm,
};

/** The ways in to reporting status: what is said, and the buttons of the status cards. */
export function statusRoutes(services: Services): Route[] {
  const commands = Object.entries(COMMANDS).map(([word, handle]): Route => ({
    name: word,
    matches: (turn) => isCommand(turn, [word]),
    handle: async (turn) => handle(services, turn),
  }));
  const verbs = Object.entries(VERBS).map(([verb, handle]): Route => ({
    name: verb,
    matches: ({ action }) => action?.verb === verb,
    handle: async (turn) => handle(services, turn),
  }));
  return [
    ...commands,
    ...verbs,
    ...officeStatusRoutes(services),
    ...absenceRoutes(services),
    ...arrangeRoutes(services),
    ...statusWordsRoutes(services),
  ];
}
