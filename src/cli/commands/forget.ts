import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { unnamed } from '../../programme/books/unnamed.js';
import { farewellTo } from '../../programme/farewell.js';
import { Failure } from '../failure.js';
import { print } from '../output.js';
import { withLedger } from '../session.js';

export function addForget(program: Command): void {
  program
    .command('forget')
    .description('take somebody out of all that is stored whom the programme file lists no longer')
    .argument('<person>', 'the id they had in the programme file')
    .addHelpText('after', '\nExample:\n  npm run lotse -- forget erika-muster')
    .action(async (person: string) => print(await forget(person)));
}

/** For those who cannot ask Lotse themselves any more: it does not know who they were. */
async function forget(person: string): Promise<string> {
  return withLedger('writer', async ({ ledger, clock, store }) => {
    const { programme, history = [] } = ledger.portfolio() ?? {};
    if (programme?.people.some(({ id }) => id === person)) {
      throw new Failure(
        `${person} is in the programme file. Take them out of it and import it first; or they write “Vergiss mich” to Lotse.`,
      );
    }
    if (!history.some((event) => unnamed(event, (id) => id === person) !== event))
      throw new Failure(`History names nobody with the id ${person}. Nothing was changed.`);
    const now = clock.now();
    const about = { id: `forgotten-${randomUUID()}`, at: now.toISOString(), by: null, why: null };
    await ledger.record([{ ...about, type: 'person.forgotten', data: farewellTo(person) }], now);
    const { forgetAllUnlisted } = await import('../../teams/unlisted.js');
    const ways = programme ? await forgetAllUnlisted(store, clock, programme) : 0;
    await ledger.tidy(now);
    return [
      'Forgotten: what is stored names them no longer. Backups and earlier exports may.',
      ...(ways > 0 ? [beside(ways)] : []),
    ].join('\n');
  });
}

function beside(ways: number): string {
  const what = ways === 1 ? 'One document' : `${ways} documents`;
  return `${what} with accounts and personal chats of people whom the programme file does not list went as well, as nothing tells whose they were. Who of them writes to Lotse is known again.`;
}
