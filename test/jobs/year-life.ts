import { DateTime } from 'luxon';
import { dayOf } from '../../src/programme/calendar.js';
import type { Activity, Connector, Posted } from '../support/connector.js';
import { Person } from '../support/person.js';
import { button, buttonsIn, inputsIn } from '../support/seen.js';
import type { House } from './year-house.js';
import { absentOn, people } from './year-town.js';

export const ZONE = 'Europe/Berlin';
const HOUR_MS = 3_600_000;

/** A message as somebody found it in their chat. */
export interface Found {
  person: string;
  at: Date;
  day: string;
  kind: string;
  week: string;
  projects: string[];
  post: Posted;
}
/** A report somebody was told is saved. `text` is null where nothing had changed. */
export interface Told {
  project: string;
  week: string;
  text: string | null;
}

/** The people of the town: they find their messages and answer them sooner, later or never. */
export class Life {
  readonly found: Found[] = [];
  readonly told: Told[] = [];
  readonly refused: string[] = [];
  readonly #byChat = new Map<string, string>();
  readonly #clients = new Map<string, Person>();
  readonly #plans: { at: Date; found: Found }[] = [];
  #read = 0;

  constructor(private readonly connector: Connector) {
    people.forEach(({ id, name, aadObjectId }, index) => {
      const client = new Person('', connector, { name, aadObjectId });
      // Every third one has never opened the chat: Lotse opens it.
      if (index % 3 === 1) client.join({ ...client.conversation, id: `a:personal-${aadObjectId}` });
      this.#clients.set(id, client);
      this.#byChat.set(client.conversation.id, id);
    });
  }

  /** Those who have Lotse in their chats from the beginning. */
  async install({ teams }: House): Promise<void> {
    for (const client of this.#clients.values()) {
      if (client.conversation.id.startsWith('a:personal-')) continue;
      await teams.receive('', client.activity('installationUpdate', { action: 'add' }));
    }
    this.connector.posted = [];
  }

  /** Looks into the chats, and answers what was meant to be answered by now. */
  async go(house: House, now: Date): Promise<void> {
    for (const post of this.connector.posted.slice(this.#read)) this.#find(post, now);
    this.#read = this.connector.posted.length;
    const due = this.#plans.filter(({ at }) => at <= now);
    for (const plan of due) {
      this.#plans.splice(this.#plans.indexOf(plan), 1);
      if (!absentOn(plan.found.person, dayOf(now, ZONE))) await this.#answer(house, plan.found);
    }
  }

  #find(post: Posted, at: Date): void {
    const person = this.#byChat.get(post.conversation);
    if (!person || post.activity.type !== 'message') return;
    const data: Activity = buttonsIn(post.activity).find((each) => each.data?.form)?.data ?? {};
    const [kind = 'other', week = ''] = String(data.form ?? '').split(':');
    const projects: string[] = data.projects ?? (data.project ? [data.project] : []);
    const found = { person, at, day: dayOf(at, ZONE), kind, week, projects, post };
    this.found.push(found);
    if (kind === 'request') this.#plan(found, (Number(person.split('-')[1]) + Number(week.slice(-2))) % 4);
    if (kind === 'escalation') this.#plans.push({ at: new Date(at.getTime() + 2 * HOUR_MS), found });
  }

  /** 0: within the hour, 1: the next day, 2: at the last moment before the digest, 3: never. */
  #plan(found: Found, speed: number): void {
    const local = DateTime.fromISO(found.week, { zone: ZONE });
    const last = local.plus({ weeks: 1 }).set({ hour: 11 }).toJSDate();
    const next = new Date(found.at.getTime() + (speed === 0 ? 1 : 26) * HOUR_MS);
    if (speed < 3) this.#plans.push({ at: speed === 2 || next > last ? last : next, found });
  }

  async #answer(house: House, { person, kind, week, projects, post }: Found): Promise<void> {
    const client = this.#clients.get(person);
    if (!client) throw new Error(`nobody is called ${person}`);
    const number = Number(week.slice(-2)) + Number(person.split('-')[1]);
    const known = (project: string) => (house.ledger.portfolio()?.reports.get(project) ?? []).length > 0;
    const unchanged = kind === 'request' && number % 5 === 0 && projects.every(known);
    const text = (project: string) => `${project} in ${week}, gesagt von ${person}`;
    const several = projects.length > 1;
    const inputs = Object.fromEntries(
      inputsIn(post.activity).map(({ id, value = '' }) => [id, String(value)] as [string, string]),
    );
    for (const project of projects) {
      const suffix = several ? `:${project}` : '';
      if (!unchanged) Object.assign(inputs, { [`health${suffix}`]: 'green', [`summary${suffix}`]: text(project) });
    }
    const verb = unchanged ? 'status.unchanged' : several ? 'status.submitAll' : 'status.submit';
    const found = buttonsIn(post.activity).findLast((each) => each.verb === verb) ?? button(post.activity, verb);
    const value = {
      action: { type: 'Action.Execute', verb, data: { ...found.data, ...inputs } },
      trigger: 'manual',
    };
    // Some press twice.
    for (let times = number % 7 === 0 ? 2 : 1; times > 0; times -= 1) {
      const press = client.activity('invoke', { name: 'adaptiveCard/action', value, replyToId: post.id });
      const answer = await house.teams.receive('', press);
      if (!JSON.stringify(answer.body).includes('Gespeichert')) this.refused.push(`${week} ${person}`);
    }
    for (const project of projects) this.told.push({ project, week, text: unchanged ? null : text(project) });
  }
}
