import { t } from '../../locales/index.js';
import { type Route, words } from '../turn.js';

/** More than anybody types; what is longer is a document pasted by mistake. */
const LONGEST = 8_000;

/** Messages too long to be meant for a conversation. */
export const tooLongRoute: Route = {
  name: 'too-long',
  matches: ({ text }) => text.length > LONGEST,
  handle: ({ lang, text }) => Promise.resolve(words(t(lang, 'bot.tooLong', { length: text.length, longest: LONGEST }))),
};

/** Buttons nobody knows: of an older Lotse, or made up. */
export const unknownVerbRoute: Route = {
  name: 'unknown-verb',
  matches: ({ action }) => action !== null,
  handle: ({ lang }) => Promise.resolve(words(t(lang, 'bot.unknownVerb'))),
};
