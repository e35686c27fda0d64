import { Option, type Command } from 'commander';
import type { Message } from '../../programme/messenger.js';
import type { Person, Programme } from '../../programme/programme.js';
import { LANGUAGES, type Lang } from '../../programme/text.js';
import { Failure } from '../failure.js';
import { note, print } from '../output.js';
import { withPortfolio } from '../session.js';

interface Options {
  as?: string;
  json?: boolean;
  lang: Lang;
}

export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('answer a question as the bot would, as text')
    .argument('<question>', 'the question in German or English')
    .option('--as <person id>', 'ask as this person of the programme ("mein Amt" then means theirs)')
    .option('--json', 'print how it was understood and the answer as data')
    .addOption(
      new Option('--lang <language>', 'of the answer, where the words do not tell').choices(LANGUAGES).default('de'),
    )
    .addHelpText('after', '\nExample:\n  npm run lotse -- ask "Welche Projekte betreffen Amt 51?"')
    .action(async (question: string, { as, json = false, lang }: Options) => {
      if (question.trim() === '')
        throw new Failure('Write a question, for example: npm run lotse -- ask "Welche Projekte laufen?"');
      const { Talk } = await import('../talk.js');
      await withPortfolio(async ({ portfolio, config, clock }) => {
        const person = as === undefined ? null : personOf(portfolio.programme, as);
        const talk = new Talk({ portfolio, schedule: config.schedule, now: clock.now(), person, lang });
        const { answer, message } = talk.say(question);
        print(json ? JSON.stringify({ text: plainText(message), answer }, null, 2) : plainText(message));
      }, note);
    });
}

function personOf({ people }: Programme, id: string): Person {
  const person = people.find((each) => each.id === id);
  if (!person) throw new Failure(`The programme has no person "${id}". Their ids stand in its file (lotse export).`);
  return person;
}

/** A card reads itself out in whole; without one the text is all there is. */
function plainText({ text, summary, card }: Message): string {
  if (card && 'fallbackText' in card && typeof card.fallbackText === 'string') return card.fallbackText;
  return (text ?? summary).replace(/\\([\\`*_~[\]<>|#+.-])/g, '$1');
}
