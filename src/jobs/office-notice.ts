import { createHash } from 'node:crypto';
import { t } from '../locales/index.js';
import type { Ledger } from '../programme/ledger.js';
import { plainMessage } from '../programme/messenger.js';
import { isOffice } from '../programme/policies/person.js';
import type { Portfolio } from '../programme/portfolio.js';
import { unlessConflict, type ProgrammeStore } from '../programme/store.js';
import { storeKey } from '../programme/store-key.js';
import type { Lang } from '../programme/text.js';
import type { PlannedMessage } from './delivery.js';
import type { Run } from './run.js';
import { langOf } from './status-messages.js';

const PARTITION = 'unreachable';

/** Of whom the office has been told that Lotse does not reach them, remembered until they are reached again. */
export class Unreachable {
  constructor(private readonly store: ProgrammeStore) {}

  /** The run's undelivered messages whose recipients the office does not know about yet; each is named once. */
  async news({ undelivered }: Run): Promise<Run['undelivered']> {
    const fresh: Run['undelivered'] = [];
    for (const each of undelivered) {
      const write = this.store.create(PARTITION, subjectOf(each.message), { reason: each.reason });
      if (await unlessConflict(write)) fresh.push(each);
    }
    return fresh;
  }

  /** Forgets those who were reached after all. */
  async reached(messages: readonly PlannedMessage[], { undelivered }: Run): Promise<void> {
    const known = await this.store.list(PARTITION);
    if (known.length === 0) return;
    const still = new Set(undelivered.map(({ message }) => subjectOf(message)));
    const subjects = new Set(messages.map(subjectOf).filter((subject) => !still.has(subject)));
    for (const { id } of known) if (subjects.has(id)) await this.store.remove(PARTITION, id);
  }
}

/** One message to each person of the office about those who could not be reached. */
export function unreachableNotices(week: string, news: Run['undelivered'], ledger: Ledger): PlannedMessage[] {
  const digest = createHash('sha256')
    .update(news.map(({ message }) => message.key).join('\n'))
    .digest('hex')
    .slice(0, 16);
  return officeNotices(`unreachable:${week}:${digest}`, week, ledger, (portfolio, lang) =>
    [
      t(lang, 'office.unreachable', { count: news.length }),
      ...news.map((each) => `- ${nameOf(each.message, portfolio, lang)}: ${reasonText(each.reason, lang)}`),
      t(lang, 'office.unreachable.advice'),
    ].join('\n'),
  );
}

/** The digest has nowhere to go. */
export function noChannelNotices(week: string, ledger: Ledger): PlannedMessage[] {
  return officeNotices(`no-channel:${week}`, week, ledger, (_, lang) => t(lang, 'office.noChannel'));
}

function officeNotices(
  key: string,
  week: string,
  ledger: Ledger,
  text: (portfolio: Portfolio, lang: Lang) => string,
): PlannedMessage[] {
  const offices = ledger.portfolio()?.programme.people.filter(isOffice) ?? [];
  return offices.map(({ id }) => ({
    key: `${key}:${id}`,
    week,
    to: { person: id },
    compose: () => {
      const portfolio = ledger.portfolio();
      return portfolio ? plainMessage(text(portfolio, langOf(portfolio, id))) : null;
    },
  }));
}

function nameOf({ to }: PlannedMessage, { programme }: Portfolio, lang: Lang): string {
  if ('conversation' in to) return t(lang, 'office.unreachable.channel');
  return programme.people.find(({ id }) => id === to.person)?.name ?? to.person;
}

function reasonText(reason: string, lang: Lang): string {
  switch (reason) {
    case 'blocked':
    case 'not-installed':
    case 'gone':
    case 'unknown-person':
      return t(lang, `office.reason.${reason}`);
    default:
      return t(lang, 'office.reason.other', { reason });
  }
}

function subjectOf({ to }: PlannedMessage): string {
  return storeKey('person' in to ? `person:${to.person}` : `conversation:${to.conversation}`);
}
