import type { Digest } from '../../digest/digest.js';
import type { Scope } from '../../digest/scope.js';
import type { Message } from '../../programme/messenger.js';
import type { Portfolio } from '../../programme/portfolio.js';
import { inLanguage, type Lang } from '../../programme/text.js';
import { t } from '../../locales/index.js';
import { listText } from '../format.js';
import { digestMessage } from './digest-message.js';
import type { Reader } from './view.js';

/** The digest of what somebody asked for, with the reason why it comes and one click to stop it. */
export function personalMessage(digest: Digest, scopes: readonly Scope[], reader: Reader): Message {
  const names = listText(
    scopes.map((scope) => scopeName(scope, reader.portfolio, reader.lang)),
    reader.lang,
  );
  return digestMessage(digest, { ...reader, scopes, personal: t(reader.lang, 'digest.personal.because', { names }) });
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
