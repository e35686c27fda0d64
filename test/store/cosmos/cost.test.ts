import { jest } from '@jest/globals';
import { openLedger } from '../../../src/programme/books/ledger.js';
import type { Ledger } from '../../../src/programme/ledger.js';
import type { Clock, ProgrammeStore } from '../../../src/programme/store.js';
import { Conversations } from '../../../src/teams/conversations.js';
import { Identity } from '../../../src/teams/identity.js';
import { Unlisted } from '../../../src/teams/unlisted.js';
import { aProgramme, aProject, aReport } from '../../builders.js';
import { startCosmos, type Endpoint } from './endpoint.js';
import { countCalls } from './line.js';

// Generous, because a busy machine is no failure.
jest.setTimeout(60_000);

// The figures that docs/store.md computes with: requests by kind, counted on the wire.

const clock: Clock = { now: () => new Date('2026-05-21T08:00:00.000Z') };
const origin = { by: null, at: '2026-05-21T08:00:00.000Z', why: null };
let cosmos: Endpoint;
let store: ProgrammeStore;
let ledger: Ledger;
let open: () => Promise<ProgrammeStore>;

beforeAll(async () => {
  cosmos = await startCosmos();
});
afterAll(() => cosmos.stop());
beforeEach(async () => {
  ({ open } = cosmos.bed());
  store = await open();
  ledger = await openLedger(store, clock);
  await ledger.importProgramme(programme(), [], origin);
});
afterEach(() => store.close());

/** As large as the demo: 60 projects and some 140 other nouns make five parts. */
function programme(paused = false) {
  const projects = Array.from({ length: 60 }, (_, index) =>
    aProject({ id: `p${index}`, paused: paused && index === 7 }),
  );
  const people = Array.from({ length: 140 }, (_, index) => ({
    ...{ id: `person-${index}`, name: `Name ${index}`, userPrincipalName: null, aadObjectId: null },
    ...{ department: null, roles: [], lang: null },
  }));
  return aProgramme({ projects, people });
}

const requestsOf = (work: () => Promise<unknown>) => countCalls(cosmos.line, work);
function report(project: string) {
  const data = { report: aReport({ project }) };
  return { id: `event-${data.report.id}`, type: 'report.submitted' as const, at: origin.at, by: null, why: null, data };
}

it('a question costs nothing', async () => {
  expect(await requestsOf(async () => ledger.portfolio()?.projects.get('p1'))).toEqual({});
});

it('looking for news, when there is none, costs one point read', async () => {
  expect(await requestsOf(() => ledger.refresh(clock.now()))).toEqual({ pointRead: 1 });
});

it('a report costs one create; several at the same time share it', async () => {
  expect(await requestsOf(() => ledger.record([report('p1')], clock.now()))).toEqual({ create: 1 });
  const many = Array.from({ length: 20 }, (_, index) => report(`p${index}`));
  const counts = await requestsOf(() => Promise.all(many.map((one) => ledger.record([one], clock.now()))));
  expect(counts).toEqual({ create: 1 });
});

it('what another replica has written costs one query more', async () => {
  const other = await openLedger(store, clock);
  await ledger.record([report('p1')], clock.now());
  expect(await requestsOf(() => other.refresh(clock.now()))).toEqual({ pointRead: 1, queryPlan: 1, query: 1 });
});

it('being slower than another replica costs the failed create, the news, and the create again', async () => {
  const other = await openLedger(store, clock);
  await ledger.record([report('p1')], clock.now());
  const counts = await requestsOf(() => other.record([report('p2')], clock.now()));
  expect(counts).toEqual({ create: 2, pointRead: 1, queryPlan: 1, query: 1 });
});

it('importing one changed project costs the parts, the event, and removing the parts of the programme before', async () => {
  const counts = await requestsOf(() => ledger.importProgramme(programme(true), [], origin));
  expect(counts).toEqual({ pointRead: 1 + 2, create: 5 + 1, queryPlan: 2, query: 2, delete: 5 });
});

it('importing the same again costs one point read', async () => {
  expect(await requestsOf(() => ledger.importProgramme(programme(), [], origin))).toEqual({ pointRead: 1 });
});

it('a start costs reading the container’s description, the log by 500 documents, and the parts of the present programme', async () => {
  for (let number = 0; number < 20; number += 1) await ledger.record([report(`p${number}`)], clock.now());
  const counts = await requestsOf(async () => {
    const other = await open();
    await openLedger(other, clock);
    await other.close();
  });
  expect(counts).toEqual({ metadata: 1, pointRead: 1 + 5, queryPlan: 1, query: 1 });
});

it('a claim costs what it says: a point read, a create, a replace', async () => {
  const counts = await requestsOf(async () => {
    if (await store.get('outbox-2026-W21', 'digest:2026-W21')) return;
    const version = await store.create('outbox-2026-W21', 'digest:2026-W21', { state: 'claimed' });
    await store.replace('outbox-2026-W21', 'digest:2026-W21', { state: 'sent' }, version);
  });
  expect(counts).toEqual({ pointRead: 1, create: 1, replace: 1 });
});

it('naming all partitions costs a query for each, and one that finds no more', async () => {
  await store.create('conversations', 'c', {});
  const counts = await requestsOf(() => store.partitions());
  const { length } = await store.partitions();
  expect(length).toBeGreaterThanOrEqual(3);
  expect(counts).toEqual({ queryPlan: length + 1, query: length + 1 });
});

it('reviewing whom the programme lists costs six queries', async () => {
  const unlisted = new Unlisted(store, new Conversations(store), new Identity(store, clock, true));
  expect(await requestsOf(() => unlisted.forget(programme(), '2026-05-21'))).toEqual({ query: 6, queryPlan: 6 });
});
