import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { dataBlocks, farewellText, personalDataText } from '../../cards/privacy/personal-data-text.js';
import { noteCard } from '../../cards/status/note.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import type { ProgrammeEvent } from '../../programme/events.js';
import { farewellTo } from '../../programme/farewell.js';
import { trace } from '../../programme/log.js';
import { plainMessage } from '../../programme/messenger.js';
import { kindOf } from '../../programme/store-key.js';
import type { Lang } from '../../programme/text.js';
import { absences } from '../../reporting/absence.js';
import { personalRecord } from '../../reporting/personal-record.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

const KNOW: Record<Lang, readonly string[]> = {
  de: [
    'was weißt du über mich',
    'was weisst du über mich',
    'was weiß lotse über mich',
    'was wissen sie über mich',
    'welche daten hast du über mich',
    'welche daten speicherst du über mich',
    'was hast du über mich gespeichert',
    'was ist über mich gespeichert',
    'meine daten',
  ],
  en: ['what do you know about me', 'what data do you have about me', 'what do you store about me', 'my data'],
};
const FORGET: Record<Lang, readonly string[]> = {
  de: [
    'vergiss mich',
    'vergiss mich bitte',
    'bitte vergiss mich',
    'vergessen sie mich',
    'lösche meine daten',
    'meine daten löschen',
  ],
  en: ['forget me', 'please forget me', 'delete my data', 'erase my data'],
};

/** What is stored about the asker, and its erasure; always about who asks, and only in their own chat. */
export function privacyRoutes(services: Services): Route[] {
  return [
    {
      name: 'privacy.know',
      matches: (turn) => saidIn(turn, KNOW) !== null,
      handle: (turn) => know(services, { ...turn, lang: saidIn(turn, KNOW) ?? turn.lang }),
    },
    {
      name: 'privacy.ask',
      matches: (turn) => saidIn(turn, FORGET) !== null,
      handle: (turn) => Promise.resolve(askFirst({ ...turn, lang: saidIn(turn, FORGET) ?? turn.lang })),
    },
    {
      name: 'privacy.forget',
      matches: ({ action }) => action?.verb === 'privacy.forget',
      handle: (turn) => forget(services, inLangOfCard(turn)),
    },
    {
      name: 'privacy.keep',
      matches: ({ action }) => action?.verb === 'privacy.keep',
      handle: (turn) => Promise.resolve(keep(inLangOfCard(turn))),
    },
  ];
}

async function know(services: Services, turn: Turn): Promise<Reply> {
  const { actor, portfolio, lang, conversation } = turn;
  const documents = await services.personalData.find(actor);
  const record = actor.person && personalRecord(portfolio, actor.person);
  const kinds = new Map<string, number>();
  for (const { partition } of documents) kinds.set(kindOf(partition), (kinds.get(kindOf(partition)) ?? 0) + 1);
  const text = personalDataText(portfolio, record, kinds, lang);
  const blocks = dataBlocks({ at: turn.now.toISOString(), programme: record, stored: documents }, lang);
  if (conversation.kind === 'personal')
    return { kind: 'message', message: plainMessage(text), more: blocks.map(plainMessage) };
  if (!actor.person) return words(t(lang, 'privacy.personalOnly'));
  for (const each of [text, ...blocks]) {
    const sent = await services.messenger.send({ person: actor.person.id }, plainMessage(each));
    if (sent.outcome !== 'sent') return words(t(lang, 'privacy.personalOnly'));
  }
  return words(t(lang, 'privacy.sent'));
}

function askFirst({ lang, conversation }: Turn): Reply {
  if (conversation.kind !== 'personal') return words(t(lang, 'privacy.personalOnly'));
  const text = t(lang, 'privacy.forget.ask');
  const card = noteCard(text, lang, [
    { title: t(lang, 'privacy.forget.yes'), verb: 'privacy.forget', data: { lang } },
    { title: t(lang, 'privacy.forget.no'), verb: 'privacy.keep', data: { lang } },
  ]);
  return { kind: 'message', message: { summary: t(lang, 'privacy.forget.yes'), text, card } };
}

/** What taking somebody out of the whole store may take while they wait; the jobs complete what takes longer. */
const PATIENCE_MS = 3_000;

async function forget({ ledger, personalData, log }: Services, turn: Turn): Promise<Reply> {
  const { actor, now, lang, conversation } = turn;
  if (conversation.kind !== 'personal') return words(t(lang, 'privacy.personalOnly'));
  // History first: if the rest fails, asking again completes it.
  await ledger.record(farewellEvents(turn), now);
  await personalData.erase(actor);
  const tidied = ledger.tidy(now).catch((error: unknown) => {
    log.warn(trace(error), 'somebody to be forgotten is not yet out of the store; it is tried again');
  });
  await Promise.race([tidied, wait(PATIENCE_MS, undefined, { ref: false })]);
  return { kind: 'card', card: noteCard(farewellText(actor.person !== null, lang), lang), unnoted: true };
}

function keep({ lang }: Turn): Reply {
  return { kind: 'card', card: noteCard(t(lang, 'privacy.forget.kept'), lang) };
}

/** Absences that are not over end; then authorship is told by the role only. */
function farewellEvents({ actor: { person }, now, portfolio }: Turn): ProgrammeEvent[] {
  if (!person) return [];
  const at = now.toISOString();
  const today = dayOf(now, portfolio.programme.timeZone);
  const about = { at, by: null, why: null };
  const open = absences(portfolio).filter((absence) => absence.person === person.id && absence.to >= today);
  return [
    ...open.map(({ id }): ProgrammeEvent => ({
      ...about,
      id: `cancel-${id}`,
      type: 'absence.cancelled',
      data: { absence: id },
    })),
    { ...about, id: `forgotten-${randomUUID()}`, type: 'person.forgotten', data: farewellTo(person.id) },
  ];
}

function saidIn(turn: Turn, phrases: Record<Lang, readonly string[]>): Lang | null {
  if (isCommand(turn, phrases.de)) return 'de';
  return isCommand(turn, phrases.en) ? 'en' : null;
}

function inLangOfCard(turn: Turn): Turn {
  const lang = turn.action?.data['lang'];
  return lang === 'de' || lang === 'en' ? { ...turn, lang } : turn;
}
