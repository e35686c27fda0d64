import { afterEach, expect, it } from '@jest/globals';
import { farewellTo } from '../../../src/programme/farewell.js';
import type { Portfolio } from '../../../src/programme/portfolio.js';
import { aPerson, aProject } from '../../builders.js';
import { CHANNEL, startRunning, type Running } from '../../jobs/setup.js';
import type { Person } from '../../support/person.js';
import { channelThread } from '../../support/person.js';
import { button, cardsIn } from '../../support/seen.js';

/** Nothing of this may be left; none of it is a word that anything else holds. */
const ID = 'projektleitung';
const NAME = 'Zacharias Quittenbaum';
const UPN = 'z.quittenbaum@stadt.example';
const FORMER_UPN = 'z.birnstengel@stadt.example';
const DIRECTORY_ID = 'b7e5d1c2-0000-4000-8000-00000000beef';
const DRAFT = 'Halbfertiger Gedanke';

const signedIn = { lead: { aadObjectId: DIRECTORY_ID }, namedOnly: { userPrincipalName: UPN } };
let at: Running;
afterEach(() => at.bot.close());

/** Everything that is stored, by partition. */
async function stored(): Promise<Map<string, string>> {
  const partitions = await at.bot.store.partitions();
  return new Map(
    await Promise.all(
      partitions.map(async (name): Promise<[string, string]> => [name, JSON.stringify(await at.bot.store.list(name))]),
    ),
  );
}
/** In which partitions a text stands, in whatever case. */
const holding = (all: ReadonlyMap<string, string>, text: string): string[] =>
  [...all].flatMap(([partition, json]) => (json.toLowerCase().includes(text.toLowerCase()) ? [partition] : []));

it.each(['lead', 'namedOnly'] as const)(
  'after “Vergiss mich” no stored document tells who it was, but for the programme file (%s)',
  async (how) => {
    const everybody = [
      aPerson({ id: 'projektleitung', name: NAME, roles: ['office', 'steering'], ...signedIn[how] }),
      aPerson({ id: 'other', name: 'Andere Person', aadObjectId: 'aad-other' }),
    ];
    const projects = ['akte', 'portal'].map((id) => aProject({ id, lead: { person: 'projektleitung' } }));
    at = await startRunning({ now: '2026-05-21T08:00:00Z', programme: { people: everybody, projects } });
    const person = at.bot.person({ aadObjectId: DIRECTORY_ID, userPrincipalName: UPN, name: NAME });
    await useEverything(person);
    await at.bot.store.create('chats', `upn-${FORMER_UPN}`, {
      conversation: (await at.bot.store.list('conversations')).find(({ value }) => idOf(value) === own(person))!.id,
    });
    const before = await stored();
    const traces = [DIRECTORY_ID, person.id, own(person), FORMER_UPN, DRAFT];
    // What never was there could not be found to be gone.
    for (const trace of [...traces, NAME]) expect([trace, holding(before, trace)]).not.toEqual([trace, []]);

    const asked = await person.say('Vergiss mich');
    expect((await person.press(button(cardsIn(asked.messages), 'privacy.forget'))).text).toContain('vergessen');
    const after = await stored();
    for (const trace of [person.id, own(person), FORMER_UPN, DRAFT])
      expect([trace, holding(after, trace)]).toEqual([trace, []]);
    // The programme office keeps these in its file; they stand nowhere else, not even in history.
    for (const entry of [NAME, UPN, DIRECTORY_ID])
      expect(holding(after, entry).filter((one) => one !== 'parts')).toEqual([]);
    expect(holding(after, ID).filter((one) => one !== 'parts' && !one.startsWith('outbox-'))).toEqual([]);
    expect(whoIn(at.bot.ledger.portfolio()!)).not.toContain(ID);
    expect(holding(after, 'aad-other')).toContain('conversations');

    await withoutThem();
    const gone = await stored();
    for (const trace of [...traces, NAME, UPN, ID]) expect([trace, holding(gone, trace)]).toEqual([trace, []]);
    expect(gone.size).toBeGreaterThan(5);
    const telling = JSON.stringify(at.bot.log.lines);
    for (const trace of [...traces, NAME, UPN, ID]) expect(telling).not.toContain(trace);
  },
);

it('what “Vergiss mich” had only begun when the process was killed is completed by the jobs', async () => {
  const lead = aPerson({ id: ID, name: NAME, aadObjectId: DIRECTORY_ID, userPrincipalName: UPN });
  const projects = [aProject({ id: 'akte', lead: { person: ID } })];
  at = await startRunning({ now: '2026-05-21T08:00:00Z', programme: { people: [lead], projects } });
  const person = at.bot.person({ is: ID });
  await person.install();
  await person.say('bin vom 3. bis 14. August weg');
  await at.record({
    ...{ id: 'forgotten-1', type: 'person.forgotten', at: '2026-05-21T08:00:00Z', by: null, why: null },
    data: farewellTo(ID),
  });
  expect(holding(await stored(), own(person))).not.toEqual([]);
  await at.another().runDue();
  const after = await stored();
  for (const trace of [DIRECTORY_ID, UPN, NAME, ID])
    expect(holding(after, trace).filter((one) => one !== 'parts')).toEqual([]);
  expect(holding(after, own(person))).toEqual([]);
  await withoutThem();
  expect(holding(await stored(), ID)).toEqual([]);
});

/** The programme office takes them out of its file. */
async function withoutThem(): Promise<void> {
  const { programme } = at.bot.ledger.portfolio()!;
  const people = programme.people.filter(({ id }) => id !== ID);
  const projects = programme.projects.map((project) => ({ ...project, lead: { ...project.lead, person: null } }));
  const origin = { by: null, at: at.bot.clock.now().toISOString(), why: null };
  await at.bot.ledger.importProgramme({ ...programme, people, projects }, [], origin);
}

const own = (person: Person): string => person.conversation.id;
const idOf = (value: unknown): unknown => (value as { id?: unknown }).id;

/** Every place that may name somebody, but for the programme's own entries and the note that they are forgotten. */
function whoIn({ reports, decisions, history }: Portfolio): string {
  const acts = history.filter(({ type }) => type !== 'programme.imported' && type !== 'person.forgotten');
  return JSON.stringify([[...reports.values()], [...decisions.values()], acts]);
}

/** Leads, steers and runs the programme, and leaves something of everything behind. */
async function useEverything(person: Person): Promise<void> {
  const personal = person.conversation;
  const press = async (words: string, verb: string, inputs = {}) => {
    const { messages, body } = await person.say(words);
    return person.press(button([body, messages], verb), inputs);
  };
  const open = (project: string) => person.press({ type: 'Action.Execute', verb: 'status.open', data: { project } });
  await person.install();
  await person.say('/as projektleitung');
  const submit = async (project: string, inputs: object) => {
    const { body, messages } = await open(project);
    return person.press(button([body, messages], 'status.submit'), inputs);
  };
  await submit('akte', { health: 'green', summary: 'Läuft' });
  await submit('portal', { health: 'red', nextSteps: DRAFT });
  await press('status Vorhaben portal', 'status.snooze');
  await person.say('bin vom 3. bis 14. August weg');
  await person.say('Andere Person ist vom 1. bis 5. Juni krank');
  await press('Vorhaben portal nur noch alle zwei Wochen fragen', 'status.arrange');
  await press('Entscheidung anfragen zu Vorhaben akte: Weiter? bis 1.6.', 'decision.request', {
    text: 'Weiter?',
    by: '2026-06-01',
  });
  await person.say('digest für mein Amt');
  await person.join(channelThread(CHANNEL)).mention('digest hier');
  at.bot.clock.set('2026-05-25T11:00:00Z');
  await at.jobs.run('digest', at.bot.clock.now());
  const post = at.bot.connector
    .chat(CHANNEL)
    .find(({ activity }) => JSON.stringify(activity).includes('decision.decide'));
  const ruling = { outcome: 'approved', condition: 'Mit Bescheid' };
  await person
    .join(channelThread(CHANNEL, post?.id))
    .press(button(post?.activity, 'decision.decide'), ruling, post?.id);
  person.join(personal);
  await press('auflagen', 'decision.fulfil');
  at.bot.clock.set('2026-05-28T07:00:00Z');
  await at.jobs.run('status-requests', at.bot.clock.now());
  await at.bot.person({ is: 'other' }).say('hilfe');
  const types = new Set(
    at.bot.ledger.portfolio()!.history.flatMap(({ type, by }) => (by === 'projektleitung' ? type : [])),
  );
  expect([...types].sort()).toEqual(
    [
      'absence.entered',
      'channel.chosen',
      'condition.fulfilled',
      'decision.decided',
      'decision.requested',
      'reminders.snoozed',
      'report.submitted',
      'reporting.arranged',
    ].sort(),
  );
  const kinds = (await at.bot.store.partitions()).map((name) => name.replace(/-\d.*$/, ''));
  expect(kinds).toEqual(
    expect.arrayContaining(['acting', 'chats', 'conversations', 'digest-subscriptions', 'drafts', 'outbox']),
  );
}
