import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { absenceCard, absenceListCard, absenceText, daysText } from '../../cards/status/absence.js';
import { noteCard } from '../../cards/status/note.js';
import { md } from '../../cards/escape.js';
import { listText } from '../../cards/format.js';
import { t } from '../../locales/index.js';
import { dayOf } from '../../programme/calendar.js';
import { isOffice } from '../../programme/policies/person.js';
import type { Person } from '../../programme/programme.js';
import { absences, type Absence } from '../../reporting/absence.js';
import { readAbsence, type SaidAbsence } from '../../reporting/absence-text.js';
import { peopleNamed } from '../../reporting/person-name.js';
import type { Services } from '../services.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

/** The ways in to absences: telling one, taking one back, and the list of them. */
export function absenceRoutes(services: Services): Route[] {
  return [
    {
      name: 'absences',
      matches: (turn) => isCommand(turn, ['abwesenheiten', 'meine abwesenheiten', 'absences', 'my absences']),
      handle: (turn) => Promise.resolve(listAbsences(turn)),
    },
    {
      name: 'absence.cancel',
      matches: ({ action }) => action?.verb === 'absence.cancel',
      handle: (turn) => cancelAbsence(services, turn),
    },
    {
      name: 'absence',
      matches: (turn) => turn.action === null && isAboutAbsence(turn),
      handle: (turn) => noteAbsence(services, turn),
    },
  ];
}

/** Only what people say of themselves, and what the office says of somebody it names; all else may be a question. */
function isAboutAbsence(turn: Turn): boolean {
  const read = readAbsence(turn.text, todayOf(turn));
  if (!read) return false;
  if ('fault' in read)
    return (
      turn.actor.person !== null && /^(ich|bin|hab|urlaub|abwesen|krank|i\b|on |out|away|sick|absen)/iu.test(turn.text)
    );
  return read.who === null || (isOffice(turn.actor.person) && whoIn(turn, read).length > 0);
}

async function noteAbsence({ ledger }: Services, turn: Turn): Promise<Reply> {
  const { actor, now, lang, portfolio } = turn;
  const read = readAbsence(turn.text, todayOf(turn));
  if (!actor.person || !read) return words(t(lang, 'report.mine.unknown'));
  if ('fault' in read) return words(t(lang, `absence.fault.${read.fault}`));
  const people = read.who ? whoIn(turn, read) : [actor.person];
  const [person] = people;
  if (!person || people.length > 1) return severalMeant(turn, read.who ?? '', people);
  const substitute = read.substitute ? peopleNamed(portfolio.programme.people, read.substitute) : [];
  const [standIn] = substitute;
  if (read.substitute && (!standIn || substitute.length > 1)) return severalMeant(turn, read.substitute, substitute);
  if (standIn?.id === person.id) return words(t(lang, 'absence.substitute.self'));
  const absence = named({ person: person.id, from: read.from, to: read.to, substitute: standIn?.id ?? null }, turn);
  const { id, ...days } = absence;
  await ledger.record(
    [
      {
        id,
        type: 'absence.entered',
        at: now.toISOString(),
        by: actor.person.id,
        why: null,
        data: { absence: id, ...days },
      },
    ],
    now,
  );
  const known = ledger.portfolio() ?? portfolio;
  const text = absenceText(known, absence, actor.person, lang);
  return { kind: 'message', message: { summary: text, text, card: absenceCard(known, absence, actor.person, lang) } };
}

const cancelled = z.object({ absence: z.string().min(1).max(200) });

async function cancelAbsence({ ledger }: Services, turn: Turn): Promise<Reply> {
  const { actor, now, lang, portfolio, action } = turn;
  const read = cancelled.safeParse(action?.data);
  const absence = read.success ? absences(portfolio).find(({ id }) => id === read.data.absence) : undefined;
  if (!absence) return words(t(lang, 'absence.gone'));
  if (actor.person?.id !== absence.person && !isOffice(actor.person)) return words(t(lang, 'absence.forbidden'));
  const event = { type: 'absence.cancelled' as const, at: now.toISOString(), by: actor.person?.id ?? null, why: null };
  await ledger.record([{ ...event, id: `cancel-${absence.id}`, data: { absence: absence.id } }], now);
  return { kind: 'card', card: noteCard(t(lang, 'absence.undone', { days: daysText(absence, lang) }), lang) };
}

/** One's own absences; the office sees everybody's. */
function listAbsences(turn: Turn): Reply {
  const { actor, lang, portfolio } = turn;
  const today = todayOf(turn);
  const list = absences(portfolio)
    .filter(({ to, person }) => to >= today && (isOffice(actor.person) || person === actor.person?.id))
    .sort((a, b) => a.from.localeCompare(b.from));
  if (list.length === 0) return words(t(lang, 'absence.listNone'));
  const card = absenceListCard(portfolio, list, lang);
  return { kind: 'message', message: { summary: t(lang, 'absence.list'), text: null, card } };
}

function severalMeant({ lang }: Turn, said: string, people: readonly Person[]): Reply {
  if (people.length === 0) return words(t(lang, 'absence.substitute.unknown', { said: md(said) }));
  const names = md(
    listText(
      people.slice(0, 6).map(({ name }) => name),
      lang,
    ),
  );
  return words(t(lang, 'absence.substitute.several', { said: md(said), names }));
}

function whoIn({ portfolio }: Turn, { who }: SaidAbsence): Person[] {
  return who ? peopleNamed(portfolio.programme.people, who) : [];
}

function todayOf({ now, portfolio }: Turn): string {
  return dayOf(now, portfolio.programme.timeZone);
}

/** Told twice within a minute (a retry) it is the same absence, unless it was taken back in between. */
function named(told: Omit<Absence, 'id'>, { now, portfolio }: Turn): Absence {
  const undone = portfolio.history.filter(({ type }) => type === 'absence.cancelled').length;
  const key = [told.person, told.from, told.to, told.substitute, undone, now.toISOString().slice(0, 16)].join('\n');
  return { ...told, id: `absence-${createHash('sha256').update(key).digest('hex').slice(0, 24)}` };
}
