import { farewellTo } from '../../../src/programme/farewell.js';
import type { ProgrammeEvent } from '../../../src/programme/events.js';
import type { Ledger } from '../../../src/programme/ledger.js';
import type { Programme } from '../../../src/programme/programme.js';
import { returning } from '../../../src/programme/returning.js';
import { StoreUnavailable } from '../../../src/programme/store.js';
import { aPerson, aProgramme, aProject, aReport } from '../../builders.js';
import { TroubledStore, type Operation } from '../troubled-store.js';
import { NOW, origin, submission, type Shelf } from './setup.js';

/** None of this is a word that anything else holds. */
const WHO = {
  id: 'quittenbaum-z',
  name: 'Zacharias Quittenbaum',
  userPrincipalName: 'z.quittenbaum@stadt.example',
  aadObjectId: 'b7e5d1c2-0000-4000-8000-00000000beef',
};
const TRACES = Object.values(WHO);
const CHANGES: Operation[] = ['create', 'replace', 'remove'];

/** Programmes large enough that the changes from one to the next stand in parts of their own. */
function programme(listed: boolean, note: string): Programme {
  const lead = { person: listed ? WHO.id : 'other', deputies: listed ? ['other', WHO.id] : ['other'] };
  const projects = Array.from({ length: 60 }, (_, index) =>
    aProject({ id: `p${index}`, lead, summary: { de: `${note} ${'x'.repeat(1_000)}` } }),
  );
  const people = [aPerson({ id: 'other', name: 'Andere Person' }), ...(listed ? [aPerson(WHO)] : [])];
  return aProgramme({ people, projects });
}

let count = 0;
const event = <T extends ProgrammeEvent['type']>(type: T, data: Extract<ProgrammeEvent, { type: T }>['data']) =>
  ({ id: `deed-${(count += 1)}`, type, at: NOW.toISOString(), by: WHO.id, why: null, data }) as ProgrammeEvent;

/** Everything history may hold of a person. */
const deeds = (): ProgrammeEvent[] => [
  submission({ project: 'p1', by: WHO.id }),
  event('report.submitted', { report: aReport({ project: 'p2', by: WHO.id }) }),
  event('absence.entered', { absence: 'a1', person: WHO.id, from: '2026-06-01', to: '2026-06-05', substitute: null }),
  event('absence.entered', {
    absence: 'a2',
    person: 'other',
    from: '2026-07-01',
    to: '2026-07-05',
    substitute: WHO.id,
  }),
  event('reminders.snoozed', { person: WHO.id, week: '2026-W21', until: null }),
  event('decision.requested', { decision: 'd1', project: 'p1', text: 'Weiter?', dueBy: null }),
];
const importsOf = (ledger: Ledger) =>
  ledger.portfolio()!.history.flatMap((one) => (one.type === 'programme.imported' ? one.data : []));
const farewell = (): ProgrammeEvent => ({ ...event('person.forgotten', farewellTo(WHO.id)), by: null });

export function erasingContract(books: Shelf): void {
  const left = async (): Promise<string[]> => {
    const raw = (await books.raw()).toLowerCase();
    return TRACES.filter((trace) => raw.includes(trace.toLowerCase()));
  };
  /** Somebody worked here under several programmes, and something was sent to them. */
  async function past(ledger: Ledger): Promise<void> {
    await ledger.importProgramme(programme(false, 'before'), [], origin);
    await ledger.importProgramme(programme(true, 'first'), [], origin);
    for (const deed of deeds()) await ledger.record([deed], NOW);
    await ledger.importProgramme(programme(true, 'second'), [], origin);
    await books.store.create('outbox-2026-W21', `request:2026-W21:${WHO.id}`, { key: `request:2026-W21:${WHO.id}` });
    await books.store.create('outbox-2026-W21', 'request:2026-W21:other', { key: 'request:2026-W21:other' });
  }

  describe('a programme that another has replaced', () => {
    it('is removed from the store; who was in it only is not to be found there any more', async () => {
      const ledger = await books.open();
      await ledger.importProgramme(programme(true, 'first'), [], origin);
      const before = await books.store.list('parts');
      expect(await left()).toEqual(TRACES);
      await ledger.importProgramme(programme(false, 'second'), [], origin);
      // What history says of it are ids.
      expect(await left()).toEqual([WHO.id]);
      const after = new Set((await books.store.list('parts')).map(({ id }) => id));
      expect(before.filter(({ id, value }) => after.has(id) && JSON.stringify(value).includes(WHO.name))).toEqual([]);
      expect((await books.reopen()).portfolio()!.programme).toEqual(programme(false, 'second'));
    });
    it('may be removed while another replica is just reading it', async () => {
      const ledger = await books.open();
      await ledger.importProgramme(programme(true, 'first'), [], origin);
      const slow = new TroubledStore(books.store);
      let replaced: Promise<unknown> | undefined;
      slow.before = async (operation, partition) => {
        if (operation === 'get' && partition === 'parts')
          await (replaced ??= ledger.importProgramme(programme(false, 'second'), [], origin));
      };
      expect((await books.open(slow)).portfolio()!.programme).toEqual(programme(false, 'second'));
    });
    it('is used again by an import of the same content without harm', async () => {
      const [one, two] = [await books.open(), await books.open()];
      for (const [ledger, note] of [
        [one, 'a'],
        [two, 'b'],
        [one, 'a'],
        [two, 'b'],
      ] as const) {
        await ledger.importProgramme(programme(true, note), [], origin);
        expect((await books.open()).portfolio()!.programme).toEqual(programme(true, note));
      }
      await Promise.all([
        one.importProgramme(programme(true, 'a'), [], origin),
        two.importProgramme(programme(true, 'c'), [], origin),
        one.tidy(NOW),
        two.tidy(NOW),
      ]);
      expect((await books.reopen()).portfolio()!.projects.size).toBe(60);
    });
  });

  describe('somebody who wants to be forgotten', () => {
    it('stands afterwards only where the present programme lists them, and nowhere once it does not', async () => {
      const [ledger, behind] = [await books.open(), await books.open()];
      await past(ledger);
      await behind.refresh(NOW);
      const imports = importsOf(ledger).map(({ changes }) => changes.length);
      await ledger.record([farewell()], NOW);
      expect(ledger.untidy).toBe(true);
      await ledger.tidy(NOW);
      expect(ledger.untidy).toBe(false);
      const holding = (await stored(books)).filter(([, json]) => TRACES.some((trace) => json.includes(trace)));
      // Sending twice what was sent would be worse, and who is listed is still written to.
      expect(new Set(holding.map(([partition]) => partition))).toEqual(new Set(['parts', 'outbox-2026-W21']));
      expect(ledger.portfolio()!.programme).toEqual(programme(true, 'second'));

      await ledger.importProgramme(programme(false, 'third'), [], origin);
      expect(await left()).toEqual([]);
      expect((await books.store.list('outbox-2026-W21')).map(({ id }) => id)).toEqual(['request:2026-W21:other']);
      // A replica that had read everything before learns the same as one that reads what is left.
      await behind.refresh(NOW);
      const restarted = await books.reopen();
      // That an earlier programme is gone is found out once.
      await restarted.tidy(NOW);
      expect(restarted.untidy).toBe(false);
      for (const one of [ledger, behind]) {
        expect(one.portfolio()!.reports).toEqual(restarted.portfolio()!.reports);
        expect(one.portfolio()!.decisions).toEqual(restarted.portfolio()!.decisions);
        expect(one.portfolio()!.history).toEqual(restarted.portfolio()!.history);
      }
      // Who looks what was imported still learns how much: lead, deputies and summary of each project, and the person.
      expect(importsOf(restarted).map(({ count }) => count)).toEqual([...imports, 3 * 60 + 1]);
      expect(importsOf(restarted).at(-1)!.changes).toHaveLength(60);
      expect(restarted.portfolio()!.reports.get('p2')).toMatchObject([{ by: null, role: 'lead' }]);
      expect(JSON.stringify(restarted.portfolio())).not.toContain(WHO.id);
    });
    it('is forgotten for good when the programme lists them no longer, with what they did since', async () => {
      const ledger = await books.open();
      await past(ledger);
      await ledger.record([farewell()], NOW);
      await ledger.tidy(NOW);
      const again = submission({ project: 'p3', by: WHO.id });
      await ledger.record([again], NOW);
      await books.store.create('digest-subscriptions', WHO.id, { person: WHO.id, scopes: [], cadence: 'weekly' });
      await books.store.create('drafts', `${WHO.id}~p1`, { project: 'p1', values: {}, at: NOW.toISOString() });
      await ledger.tidy(NOW);
      expect(ledger.portfolio()!.reports.get('p3')).toMatchObject([{ by: WHO.id }]);
      await ledger.importProgramme(programme(false, 'third'), [], origin);
      expect(await left()).toEqual([]);
      expect(ledger.portfolio()!.reports.get('p3')).toMatchObject([{ by: null }]);
    });
    it('takes nothing with it of what was sent to others, whatever their keys hold', async () => {
      const ledger = await books.open();
      await past(ledger);
      const key = 'reminder:2026-W21:1:other';
      await books.store.create('outbox-2026-W21', key, { key });
      await ledger.record([{ ...farewell(), data: farewellTo('1') } as ProgrammeEvent], NOW);
      await ledger.tidy(NOW);
      expect((await books.store.list('outbox-2026-W21')).map(({ id }) => id)).toContain(key);
    });
    it('does not come back unnoticed with an old file, and not as the author of its reports', async () => {
      const ledger = await books.open();
      await past(ledger);
      const [old] = ledger.portfolio()!.reports.get('p2')!;
      await ledger.record([farewell()], NOW);
      await ledger.importProgramme(programme(false, 'third'), [], origin);
      const another = aReport({ project: 'p4', by: WHO.id });
      const renamed = { ...old!, id: 'other-id' };
      const result = await ledger.importProgramme(programme(false, 'third'), [another, renamed], origin);
      expect(result.reports.map(({ id }) => id)).toEqual([another.id]);
      expect(await left()).toEqual([]);
      const { history, programme: present } = (await books.reopen()).portfolio()!;
      expect(returning(present, programme(true, 'first'), history).map(({ id }) => id)).toEqual([WHO.id]);
      expect(returning(present, programme(false, 'first'), history)).toEqual([]);
      expect(returning(programme(true, 'first'), programme(true, 'first'), history)).toEqual([]);
    });
    it('is gone whatever moment the process is killed at: whoever comes next completes it', async () => {
      const importing = new TroubledStore(books.store);
      // Who imported was killed as well before it could remove the programmes before.
      importing.before = (operation) => {
        if (operation === 'remove') throw new StoreUnavailable('killed');
      };
      await past(await books.open(importing));
      await (await books.open()).record([farewell()], NOW);
      let kills = 0;
      for (; ; kills += 1) {
        const troubled = new TroubledStore(books.store);
        // One change gets through in each life, so that every one of them was the last; every other life ends even sooner.
        let changes = 0;
        troubled.before = (operation) => {
          const dies = operation === 'scrub' ? kills % 2 === 0 : CHANGES.includes(operation) && (changes += 1) > 1;
          if (dies) throw new StoreUnavailable('killed');
        };
        const ledger = await books.open(troubled);
        expect(ledger.portfolio()!.reports.get('p2')).toMatchObject([{ by: null }]);
        const outcome = await ledger.tidy(NOW).catch((error: unknown) => error);
        if (!(outcome instanceof StoreUnavailable)) break;
        expect(kills).toBeLessThan(60);
      }
      expect(kills).toBeGreaterThan(10);
      await (await books.reopen()).importProgramme(programme(false, 'third'), [], origin);
      expect(await left()).toEqual([]);
    });
    it('may be taken out by several replicas at once while others report', async () => {
      const ledgers = await Promise.all([books.open(), books.open(), books.open()]);
      await past(ledgers[0]!);
      await ledgers[1]!.record([farewell()], NOW);
      await Promise.all([
        ...ledgers.map((ledger) => ledger.tidy(NOW)),
        ...ledgers.map((ledger) => ledger.record([submission({ project: 'p5', by: 'other' })], NOW)),
      ]);
      await ledgers[2]!.importProgramme(programme(false, 'third'), [], origin);
      await Promise.all(ledgers.map((ledger) => ledger.tidy(NOW)));
      for (const ledger of ledgers) await ledger.refresh(NOW);
      expect(ledgers.map(({ untidy }) => untidy)).toEqual([false, false, false]);
      expect(await left()).toEqual([]);
      const restarted = await books.reopen();
      expect(restarted.portfolio()!.reports.get('p5')).toHaveLength(3);
      for (const ledger of ledgers) expect(ledger.portfolio()!.history).toEqual(restarted.portfolio()!.history);
    });
    it('is taken out of what an early version wrote, too', async () => {
      const ledger = await books.open();
      await past(ledger);
      const id = `forgotten-${WHO.id}-2026-05-21`;
      await ledger.record([{ ...farewell(), id, data: { person: WHO.id } } as ProgrammeEvent], NOW);
      await ledger.importProgramme(programme(false, 'third'), [], origin);
      expect(await left()).toEqual([]);
      const { history } = (await books.reopen()).portfolio()!;
      expect(returning(undefined, { people: [aPerson(WHO)] }, history)).toHaveLength(1);
    });
  });
}

async function stored({ store }: Shelf): Promise<[partition: string, json: string][]> {
  const found: [string, string][] = [];
  for (const partition of await store.partitions())
    for (const document of await store.list(partition)) found.push([partition, JSON.stringify(document)]);
  return found;
}
