import { sharedWelcome, welcome, type Reader } from '../../cards/welcome/welcome.js';
import { t } from '../../locales/index.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import type { Lang } from '../../programme/text.js';
import type { Services } from '../services.js';
import type { Route, Turn } from '../turn.js';
import { isCommand } from './command.js';

/** What Lotse can do; to a mention without words in a channel as well. */
export function helpRoute({ local }: Pick<Services, 'local'>): Route {
  return {
    name: 'help',
    matches: (turn) =>
      turn.action === null && (turn.text === '' || isCommand(turn, [...GERMAN, ...ENGLISH, ...EITHER])),
    handle: (turn) => Promise.resolve({ kind: 'message', message: helpIn({ ...turn, lang: saidIn(turn) }, local) }),
  };
}
const GERMAN = ['hilfe', 'hallo', 'moin', 'servus', 'guten tag', 'guten morgen', 'grüß gott', 'menü'];
const ENGLISH = ['help', 'hello', 'good morning'];
const EITHER = ['hi', 'start', 'menu', '?'];

/** The language of the word where it has one. */
function saidIn(turn: Turn): Lang {
  if (isCommand(turn, GERMAN)) return 'de';
  return isCommand(turn, ENGLISH) ? 'en' : turn.lang;
}

function helpIn({ portfolio, actor, lang, conversation }: Turn, local: boolean): Message {
  if (conversation.kind !== 'personal') return sharedWelcome(portfolio, lang);
  return helpFor(portfolio, { person: actor.person, lang }, local);
}

/** The welcome of a personal chat; in local mode it tells how to act as somebody else. */
export function helpFor(portfolio: Portfolio, reader: Reader, local: boolean): Message {
  const example = portfolio.programme.people.find((person) => person.id !== reader.person?.id);
  const hint = local && example ? t(reader.lang, 'bot.welcome.actAs', { person: example.id }) : null;
  return welcome(portfolio, reader, hint);
}
