import { aDepartment, aPerson, aProgramme, aProject, aReport } from '../../builders.js';
import { startBot, type BotOptions, type TestBot } from '../../support/bot.js';
import type { Activity } from '../../support/connector.js';
import { BOT_ID, IdentityService } from '../../support/identity-service.js';
import { TENANT, type Outcome, type Person } from '../../support/person.js';

export const PUBLICATION = 'https://www.musterstadt.example/digital/registers.de.html';
export const NOTE = 'Nur für das Büro: der Anbieter wankt.';
const who = (id: string, more = {}) => aPerson({ id, aadObjectId: `aad-${id}`, ...more });

export const programme = aProgramme({
  departments: [
    aDepartment({ id: '10', shortName: 'FB 10', name: { de: 'Hauptamt', en: 'Central services' } }),
    aDepartment({
      id: '51',
      shortName: 'FB 51',
      name: { de: 'Kinder und Jugend', en: 'Youth' },
      aliases: ['Jugendamt'],
    }),
  ],
  people: [
    who('lead', { department: '51' }),
    who('nobody'),
    who('english', { lang: 'en' }),
    who('office', { roles: ['office'] }),
  ],
  projects: [
    aProject({
      id: 'kita',
      title: { de: 'Kitafinder', en: 'Childcare finder' },
      summary: { de: 'Plätze finden *ohne* Umwege', en: 'Find places' },
      keywords: ['Betreuungsplatz'],
      resources: { investment: 92_000 },
      lead: { department: '51', person: 'lead' },
    }),
    aProject({ id: 'archiv', title: { de: 'Langzeitarchiv', en: 'Long-term archive' }, register: 'upcoming' }),
    aProject({ id: 'netz', title: { de: 'Glasfasernetz', en: 'Fibre network' } }),
    aProject({
      id: 'still',
      title: { de: 'Verschwiegenes Vorhaben', en: 'Quiet project' },
      keywords: ['Kitafinder'],
      published: false,
    }),
    aProject({
      id: 'spiel',
      title: { de: 'Spielplatz-App', en: 'Playground app' },
      register: 'future',
      lead: { department: '51' },
    }),
  ],
});

/** The town's bot, with a report of the project `netz` that carries a note for the office. */
export async function startTown(options: BotOptions = {}): Promise<TestBot> {
  const bot = await startBot({ programme, publication: PUBLICATION, ...options });
  const report = aReport({ project: 'netz', health: 'amber', summary: 'Bagger fehlt', officeNote: NOTE });
  const event = {
    id: 'r',
    type: 'report.submitted',
    at: report.submittedAt,
    by: null,
    why: null,
    data: { report },
  } as const;
  await bot.ledger.record([event], bot.clock.now());
  return bot;
}

/** The same behind real tokens, so that people must be vouched for. */
export async function startRegisteredTown(): Promise<{
  bot: TestBot;
  identity: IdentityService;
  close(): Promise<void>;
}> {
  const identity = await IdentityService.start();
  const registration = { id: BOT_ID, type: 'SingleTenant', tenant: TENANT, password: 'secret' } as const;
  const bot = await startTown({ registration, overrides: identity.overrides() });
  const close = async (): Promise<void> => {
    await bot.close();
    await identity.close();
  };
  return { bot, identity, close };
}

/** What Teams sends while somebody types into the search. */
export function searchFor(person: Person, words: string, options: object = {}): Promise<Outcome> {
  const parameters = words === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'words', value: words }];
  const queryOptions = { skip: 0, count: 25, ...options };
  return person.invoke('composeExtension/query', { commandId: 'projects', parameters, queryOptions });
}

/** What Teams sends when the action is chosen on a message. */
export function askAbout(person: Person, content: string, more: Activity = {}): Promise<Outcome> {
  const messagePayload = { id: '1', messageType: 'message', body: { contentType: 'html', content }, ...more };
  return person.invoke('composeExtension/fetchTask', { commandId: 'ask', commandContext: 'message', messagePayload });
}

/** What Teams sends when a button of the dialog is pressed. */
export function submit(person: Person, data: object): Promise<Outcome> {
  return person.invoke('composeExtension/submitAction', { commandId: 'ask', commandContext: 'message', data });
}

export const attachmentsOf = ({ body }: Outcome): Activity[] => body?.composeExtension?.attachments ?? [];
export const titlesOf = (outcome: Outcome): string[] =>
  attachmentsOf(outcome).map(({ preview }) => preview.content.title);
export const dialogOf = ({ body }: Outcome): Activity => body?.task?.value?.card?.content;
