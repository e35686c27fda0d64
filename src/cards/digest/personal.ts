import type { Digest } from '../../digest/digest.js';
import type { Scope } from '../../digest/scope.js';
import { dayOf } from '../../programme/calendar.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import type { Subscription } from '../../digest/subscriptions.js';
import { md } from '../escape.js';
import { dayText, listText } from '../format.js';
import { noteCard } from '../status/note.js';
import { digestMessage } from './digest-message.js';
import type { Reader } from './view.js';

/** The digest of what somebody asked for, with the reason why it comes and one click to stop it. */
export function personalMessage(digest: Digest, scopes: readonly Scope[], reader: Reader): Message {
  const names = listText(
    scopes.map((scope) => scopeName(scope, reader.portfolio, reader.lang)),
    reader.lang,
  );
  const day = dayText(dayOf(digest.since, reader.portfolio.programme.timeZone), reader.lang);
  const personal = t(reader.lang, `digest.personal.because${reader.monthly ? '.monthly' : ''}`, { names, day });
  return digestMessage(digest, { ...reader, scopes, personal });
}

/** What somebody asked to be told about, by the name the city gives it. Not escaped. */
export function scopeName({ kind, id }: Scope, { programme, projects }: Portfolio, lang: Lang): string {
  switch (kind) {
    case 'department':
      return programme.departments.find((each) => each.id === id)?.shortName ?? id;
    case 'actionField':
      return inLanguage(programme.actionFields.find((each) => each.id === id)?.name, lang) || id;
    case 'project':
      return inLanguage(projects.get(id)?.title, lang) || id;
  }
}

/** Everything somebody asked to be told about and how often, with a button each to end it. */
export function subscriptionCard({ scopes, cadence }: Subscription, portfolio: Portfolio, lang: Lang): object {
  const names = scopes.map((scope) => scopeName(scope, portfolio, lang));
  const lines = names.map((name) => `- ${md(name)}`).join('\n');
  // A card takes six buttons.
  const single = scopes.slice(0, 5).map((scope, at) => ({
    title: t(lang, 'digest.personal.list.stop', { name: names[at] ?? '' }),
    verb: 'digest.unsubscribe',
    data: { scope },
  }));
  const all = { title: t(lang, 'digest.personal.list.stopAll'), verb: 'digest.unsubscribe', data: {} };
  const text = [t(lang, `digest.personal.list.${cadence}`), lines].join('\n\n');
  return noteCard(text, lang, scopes.length > 1 ? [...single, all] : single);
}
