import { ActivityTypes, type TurnContext } from 'botbuilder';
import { Application } from './teams-ai.js';
import { dayOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import type { Log } from '../programme/log.js';
import type { Messenger } from '../programme/messenger.js';
import type { Schedule } from '../programme/schedule.js';
import type { Clock, ProgrammeStore } from '../programme/store.js';
import { type Telemetry, UNWATCHED } from '../programme/telemetry.js';
import { Acting } from './acting.js';
import { Allowance, FOR_PEOPLE, type Rate } from './allowance.js';
import { type IncomingActivity, readActivity } from './activity.js';
import { type AdapterOverrides, createAdapter } from './adapter.js';
import type { Registration } from './connection.js';
import { Conversations } from './conversations.js';
import { addExtension } from './extension/extension.js';
import { Visits } from './extension/visits.js';
import { Identity } from './identity.js';
import { Installation } from './installation.js';
import { isDialog, withoutDialogs } from './dialogs.js';
import { refuseInvoke } from './invoke-answer.js';
import { TeamsMessenger } from './messenger.js';
import { People } from './people.js';
import { PersonalData } from './personal-data.js';
import type { Planner } from './planner/planner.js';
import { Redelivery } from './redelivery.js';
import { Refused } from './refused.js';
import { createRoutes } from './routes.js';
import { Seal } from './seal.js';
import { NoState } from './state.js';
import { Turns } from './turns.js';
import { Unlisted } from './unlisted.js';

export interface TeamsOptions {
  /** Null: local mode. */
  bot: Registration | null;
  schedule: Schedule;
  ledger: Ledger;
  store: ProgrammeStore;
  clock: Clock;
  log: Log;
  /** By default all there are. */
  routes?: typeof createRoutes;
  overrides?: AdapterOverrides;
  /** What one sender may do. By default what people do; in local mode, on one's own machine, without end. */
  rate?: Rate;
  /** See Services. */
  speakSoon?(): void;
  /** See Services. */
  planner?: Planner;
  /** By default nobody watches. */
  telemetry?: Telemetry;
  /** Where the abridged registers are published; links to projects there get a preview. By default nowhere. */
  publication?: string | null;
}

/** The answer to a request of the platform. */
export interface Answer {
  status: number;
  body?: unknown;
}
export interface Teams {
  /** Takes the Authorization header ('' when there is none) and the parsed body of `POST /api/messages`. */
  receive(authorization: string, body: unknown): Promise<Answer>;
  messenger: Messenger;
  /** Erases what is stored about a person of the programme outside history, as “Vergiss mich” does. */
  forgetPerson(id: string): Promise<void>;
  /** Erases what leads to people whom the programme has not listed for long; returns how many documents went. */
  forgetUnlisted(now: Date): Promise<number>;
}

/** Lotse in Teams: what comes in finds its handler, what Lotse says first finds its conversation. */
export function createTeams({
  bot,
  overrides,
  routes = createRoutes,
  rate,
  publication = null,
  ...given
}: TeamsOptions): Teams {
  const { ledger, store, clock, log } = given;
  const adapter = createAdapter(bot, overrides);
  // The Playground knows no dialogs.
  if (bot === null) adapter.use(withoutDialogs);
  const conversations = new Conversations(store);
  const messenger = new TeamsMessenger({ adapter, botId: bot?.id ?? '', conversations, ledger, log });
  const acting = bot === null ? new Acting(store) : null;
  const identity = new Identity(store, clock, bot !== null);
  const personalData = new PersonalData(store, identity, conversations, acting);
  const services = { telemetry: UNWATCHED, ...given, messenger, personalData, local: bot === null };
  const people = new People(adapter.ConnectorClientKey, identity, acting, conversations, bot?.tenant ?? null, log);
  const installation = new Installation(services, people, identity, acting, conversations);
  const limit = rate ?? (bot ? FOR_PEOPLE : null);
  const allowance = limit && new Allowance(limit, clock);
  const turns = new Turns(services, people, routes(services, acting), allowance, new Seal(store));
  const application = createApplication(turns, installation, (made) =>
    addExtension(made, { ...services, publication }, new Visits(services, people, allowance)),
  );
  const redelivery = new Redelivery<Answer>();
  const unlisted = new Unlisted(store, conversations, identity);

  return {
    messenger,
    async forgetPerson(id) {
      const person = ledger.portfolio()?.programme.people.find((one) => one.id === id);
      if (person) await personalData.eraseOf(person);
    },
    async forgetUnlisted(now) {
      const programme = ledger.portfolio()?.programme;
      return programme ? unlisted.forget(programme, dayOf(now, programme.timeZone)) : 0;
    },
    async receive(authorization, body) {
      const read = readActivity(body);
      if ('faults' in read) return refusal(400, 'BadRequest', read.faults.join('; '));
      let earlier: Promise<Answer> | undefined;
      const own: Promise<Answer> = adapter
        .receive(authorization, read.activity as object, (context) => {
          // Only now is it known to be authentic: nobody else is told what was answered.
          earlier = redelivery.earlier(read.activity, own);
          return earlier ? Promise.resolve() : run(application, context);
        })
        .then((answer) => ({ status: answer?.status ?? 200, body: answer?.body }));
      try {
        const answer = await own;
        return await (earlier ?? answer);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        log.info({ status: error.status, reason: error.reason }, 'a request was not let in');
        return error.status === 401
          ? refusal(401, 'Unauthorized', 'The request is not authentic.')
          : refusal(403, 'Forbidden', 'The request is not allowed.');
      }
    },
  };
}

function createApplication(
  turns: Turns,
  installation: Installation,
  extend: (application: Application<NoState>) => void,
): Application<NoState> {
  const application = new Application<NoState>({
    turnStateFactory: () => new NoState(),
    // The timer is shared by all turns; one turn's end would end another's sign of life.
    startTypingTimer: false,
    // Mentions are taken out by entity, of untrusted shape.
    removeRecipientMention: false,
  });
  const activities = (types: string[], handle: (context: TurnContext, incoming: IncomingActivity) => Promise<void>) =>
    application.addRoute(
      (context) => Promise.resolve(types.includes(context.activity.type)),
      (context) => handle(context, context.activity as unknown as IncomingActivity),
    );
  application.addRoute(
    ({ activity }) =>
      Promise.resolve(activity.type === ActivityTypes.Invoke && activity.name === 'adaptiveCard/action'),
    (context) => turns.execute(context, context.activity as unknown as IncomingActivity),
    true,
  );
  application.addRoute(
    ({ activity }) => Promise.resolve(activity.type === ActivityTypes.Invoke && isDialog(activity.name)),
    (context) => turns.dialog(context, context.activity as unknown as IncomingActivity),
    true,
  );
  extend(application);
  activities([ActivityTypes.Invoke], (context) => refuseInvoke(context));
  activities([ActivityTypes.Message], (context, incoming) => turns.message(context, incoming));
  activities([ActivityTypes.InstallationUpdate, ActivityTypes.ConversationUpdate], (context, incoming) =>
    installation.handle(context, incoming),
  );
  return application;
}

async function run(application: Application<NoState>, context: TurnContext): Promise<void> {
  await application.run(context);
}

function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
