import { ActivityTypes, type MessagingExtensionResult, type TaskModuleTaskInfo, type TurnContext } from 'botbuilder';
import type { Application, TurnState } from '../teams-ai.js';
import type { IncomingActivity } from '../activity.js';
import { refuseInvoke } from '../invoke-answer.js';
import type { Services } from '../services.js';
import { answerDialog, openDialog } from './ask.js';
import { ASK, SEARCH } from './commands.js';
import { list, sentence } from './results.js';
import { search } from './search.js';
import { unfurl } from './unfurl.js';
import { isExtensionInvoke, readValue } from './values.js';
import type { Visits } from './visits.js';

/** Where a dialog was to open, a sentence stands for it. */
const say = (text: string): string => text;
const incomingOf = (context: TurnContext) => context.activity as unknown as IncomingActivity;

/** Lotse where people write: projects found and inserted, messages answered, links to published projects previewed. */
export function addExtension<State extends TurnState>(
  application: Application<State>,
  services: Services & { publication: string | null },
  visits: Visits,
): void {
  const { messageExtensions } = application;
  refuseMalformed(application);

  messageExtensions.query(SEARCH, (context) => {
    const value = readValue('composeExtension/query', context.activity.value);
    return visits.receive(context, incomingOf(context), {
      name: 'extension-search',
      say: sentence,
      handle: (visit) => (value ? search(services, visit, value) : list([])),
    });
  });

  messageExtensions.fetchTask(ASK, (context) => {
    const value = readValue('composeExtension/fetchTask', context.activity.value);
    return visits.receive<TaskModuleTaskInfo | string>(context, incomingOf(context), {
      name: 'extension-ask',
      say,
      handle: (visit) => openDialog(services, visit, value ?? { commandId: ASK }),
    });
  });

  messageExtensions.submitAction(ASK, (context) => {
    const value = readValue('composeExtension/submitAction', context.activity.value);
    return visits.receive<TaskModuleTaskInfo | MessagingExtensionResult | string>(context, incomingOf(context), {
      name: 'extension-answer',
      say,
      handle: (visit) => answerDialog(services, visit, value ?? { commandId: ASK }),
    });
  });

  const preview = (anonymous: boolean) => (context: TurnContext, _state: State, url: string) =>
    visits.receive(context, incomingOf(context), {
      name: 'extension-link',
      anonymous,
      // Nobody asked: where there is nothing to show, nothing is said.
      say: () => list([]),
      handle: ({ turn }) => unfurl(url, services.publication, turn),
    });
  messageExtensions.queryLink(preview(false));
  messageExtensions.anonymousQueryLink(preview(true));
}

/** The SDK's own reading of these invokes throws on values of an unexpected shape. */
function refuseMalformed<State extends TurnState>(application: Application<State>): void {
  application.addRoute(
    ({ activity }) =>
      Promise.resolve(
        activity.type === ActivityTypes.Invoke &&
          isExtensionInvoke(activity.name) &&
          readValue(activity.name, activity.value) === null,
      ),
    (context) => refuseInvoke(context),
    true,
  );
}
