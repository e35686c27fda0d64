import { setTimeout as wait } from 'node:timers/promises';
import type { Activity, Connector } from '../support/connector.js';
import { Person, type Outcome } from '../support/person.js';
import { button, cardsIn, readable } from '../support/seen.js';

/** What happened to one person's attempts to report. */
export interface Tally {
  /** The marks of reports whose saving was shown to the person. */
  acknowledged: string[];
  /** The marks of all that were sent, acknowledged or not. */
  sent: string[];
  /** Answers that said politely that it did not work. */
  declined: number;
  /** No answer: the replica was killed. */
  unanswered: number;
  /** Answers with a status of 500 and above. */
  broken: number;
}

/** Somebody who reports again and again, through whichever replica answers, and tries again where it did not work. */
export class Reporter {
  readonly tally: Tally = { acknowledged: [], sent: [], declined: 0, unanswered: 0, broken: 0 };

  constructor(
    readonly id: string,
    private readonly connector: Connector,
    private readonly door: () => Promise<string>,
  ) {}

  async person(): Promise<Person> {
    return new Person(await this.door(), this.connector, { name: `Name ${this.id}`, aadObjectId: `aad-${this.id}` });
  }

  /** Reports until `over`; whatever was begun is brought to its end while `patient`. */
  async report(over: () => boolean, patient: () => boolean): Promise<void> {
    for (let count = 1; !over(); count += 1) {
      const mark = `Bericht-${this.id}-${count}.`;
      const submit = await this.#until(patient, async () => {
        const before = this.#replies().length;
        await this.#ask((person) => person.say('status'));
        const [card] = cardsIn(this.#replies().slice(before));
        return card && button(card, 'status.submit');
      });
      if (!submit) return;
      this.tally.sent.push(mark);
      const inputs = { health: 'green', progress: String(count % 100), summary: mark };
      await this.#until(patient, async () => (await this.#send(submit, inputs, mark)) || undefined);
      await wait(500 + Math.random() * 2_500);
    }
  }

  /** The same press again is what a person does; the form has a name by which it is recorded once. */
  async #send(submit: Activity, inputs: Activity, mark: string): Promise<boolean> {
    const outcome = await this.#ask((person) => person.press(submit, inputs));
    if (!outcome) return false;
    // An earlier press whose answer got lost has been recorded: the person is told that it stands.
    const saved = readable(outcome.body).includes('Gespeichert');
    if (saved) this.tally.acknowledged.push(mark);
    else this.tally.declined += 1;
    return saved;
  }

  /** What the bot has answered here; many talk at once, and an outcome's messages are everybody's. */
  #replies(): Activity[] {
    const posts = this.connector.chat(`a:chat-29:aad-${this.id}`);
    return posts.filter(({ replyTo }) => replyTo?.startsWith('in-')).map(({ activity }) => activity);
  }

  async #ask(act: (person: Person) => Promise<Outcome>): Promise<Outcome | undefined> {
    try {
      const outcome = await act(await this.person());
      if (outcome.status >= 500) this.tally.broken += 1;
      return outcome.status < 300 ? outcome : undefined;
    } catch {
      this.tally.unanswered += 1;
      return undefined;
    }
  }

  async #until<T>(patient: () => boolean, attempt: () => Promise<T | undefined>): Promise<T | undefined> {
    while (patient()) {
      const result = await attempt();
      if (result !== undefined) return result;
      await wait(300 + Math.random() * 500);
    }
    return undefined;
  }
}
