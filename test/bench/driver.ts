import { Connector } from '../support/connector.js';
import { Person } from '../support/person.js';

/**
 * The other side of a turn, in a process of its own so that its work is not counted: people and the connector. For each
 * `{url, text, turns}` it is sent it talks that much, and answers when the last reply has come.
 */
const connector = await Connector.start();
const people = new Map<string, Person>();

process.on('message', ({ url, text, turns }: { url: string; text: string; turns: number }) => {
  void talk(url, text, turns).then((failed) => process.send?.({ failed }));
});

async function talk(url: string, text: string, turns: number): Promise<number> {
  const person = people.get(url) ?? new Person(url, connector);
  people.set(url, person);
  let failed = 0;
  const queue = Array.from({ length: turns }).keys();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const _ of queue) {
        const { status, messages } = await person.say(text);
        if (status !== 200 || messages.length === 0) failed++;
      }
    }),
  );
  connector.calls.length = 0;
  connector.posted = [];
  return failed;
}
process.send?.('ready');
