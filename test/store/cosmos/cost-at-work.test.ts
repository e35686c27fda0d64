import { jest } from '@jest/globals';
import type { Jobs } from '../../../src/jobs/job.js';
import { createJobs } from '../../../src/jobs/jobs.js';
import { DEFAULT_SCHEDULE } from '../../../src/programme/schedule.js';
import { aPerson, aProgramme, aProject } from '../../builders.js';
import { startBot, type TestBot } from '../../support/bot.js';
import type { Person } from '../../support/person.js';
import { button, cardsIn } from '../../support/seen.js';
import { startCosmos, type Endpoint } from './endpoint.js';
import { countCalls } from './line.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(120_000);

// The figures of docs/store.md once more, of the whole bot: what turns and jobs ask the database for.

const LEADS = 10;
const ids = Array.from({ length: LEADS }, (_, index) => `lead${index}`);
const programme = aProgramme({
  people: ids.map((id) => aPerson({ id, aadObjectId: `aad-${id}` })),
  projects: ids.map((id) => aProject({ id: `p-${id}`, lead: { person: id } })),
});
let cosmos: Endpoint;
let bot: TestBot;
let people: Person[];
beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());
beforeEach(async () => {
  // A Thursday, an hour after the moment of the requests.
  bot = await startBot({ programme, now: '2026-05-21T08:00:00Z', store: await cosmos.bed().open() });
  people = ids.map((is) => bot.person({ is }));
});
afterEach(() => bot.close());

const requestsOf = (work: () => Promise<unknown>) => countCalls(cosmos.line, work);
const runJob = async (job: string) => (await fetch(`${bot.url}/api/jobs/${job}`, { method: 'POST' })).json();

async function theForm(person: Person) {
  return button(cardsIn((await person.say('status')).messages)[0]!, 'status.submit');
}

it('the first words of somebody cost finding out who they are and noting where they can be reached', async () => {
  expect(await requestsOf(() => people[0]!.say('hilfe'))).toEqual({ pointRead: 5, create: 3 });
});

it('a question in chat costs nothing, however it is asked', async () => {
  const [person] = people as [Person];
  await person.say('hilfe');
  const questions = [
    'Welche Projekte laufen gerade?',
    'Und welche davon sind rot?',
    'Wer leitet Projekt p-lead3?',
    'Quark?',
  ];
  for (const question of questions) {
    const { calls } = bot.connector;
    const before = calls.length;
    expect(await requestsOf(() => person.say(question))).toEqual({});
    expect(calls.length).toBeGreaterThan(before);
  }
});

it('a report in chat costs a point read for the form, then a create, and a delete of what was begun', async () => {
  const [person] = people as [Person];
  await person.say('hilfe');
  expect(await requestsOf(() => theForm(person))).toEqual({ pointRead: 1 });
  const submit = await theForm(person);
  expect(await requestsOf(() => person.press(submit, { health: 'green', summary: 'Läuft' }))).toEqual({
    create: 1,
    delete: 1,
  });
  expect(bot.ledger.portfolio()?.reports.get('p-lead0')).toHaveLength(1);
});

it('a message of a job costs three point reads, a create and a replace; the run a point read and two queries', async () => {
  for (const person of people) await person.say('hilfe');
  const run = { pointRead: 1, query: 2, queryPlan: 2 };
  const requests = await requestsOf(async () => expect(await runJob('status-requests')).toMatchObject({ sent: LEADS }));
  expect(requests).toEqual({ ...run, pointRead: run.pointRead + 3 * LEADS, create: LEADS, replace: LEADS });
  const again = await requestsOf(async () => expect(await runJob('status-requests')).toMatchObject({ sent: 0 }));
  expect(again).toEqual({ ...run, pointRead: run.pointRead + LEADS });
});

it('looking every half minute for what is due, when nothing is, costs one point read', async () => {
  const jobs = createJobs({ ...bot, schedule: DEFAULT_SCHEDULE, steering: null }) as Jobs & { runDue(): Promise<void> };
  await jobs.runDue();
  expect(await requestsOf(() => jobs.runDue())).toEqual({ pointRead: 1 });
});
