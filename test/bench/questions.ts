import type { Programme } from '../../src/programme/programme.js';

/** What people ask most, about the demo programme. */
export const TYPICAL = [
  'Welche Projekte betreffen Amt 51?',
  'Was läuft im Handlungsfeld Digitale Prozesse?',
  'Wie ist der Status beim Digitalen Bauantrag?',
  'Wie viele laufende Projekte gibt es?',
  'Welche Projekte leitet das Bürgeramt?',
  'Was gibt es zum Thema Barrierefreiheit?',
];

/** The like about a made-up programme (synthetic.ts). */
export const BIG = [
  'Welche Projekte betreffen FB 1042?',
  'Wie viele laufende Projekte gibt es?',
  'Welche Projekte leitet FB 1017?',
  'Was gibt es zum Thema Glasfaser?',
];

/** Questions like `TYPICAL` with other names; a hundred in a row ask a hundred things. */
export function otherTypical({ actionFields, departments, projects }: Programme, count: number): string[] {
  const office = (place: number) => name(departments, place).shortName;
  const years = ['ab 2023', 'bis 2026', 'seit 2024', 'bis 2027', 'ab 2022'];
  const keywords = [...new Set(projects.flatMap((project) => project.keywords))];
  const kinds = [
    (place: number) => `Welche Projekte betreffen ${office(place)}?`,
    (place: number) => `Was läuft im Handlungsfeld ${name(actionFields, place).name.de} ${name(years, place)}?`,
    (place: number) => `Wie ist der Status bei ${name(projects, place).title.de}?`,
    (place: number) => `Wie viele laufende Projekte hat ${office(place)}?`,
    (place: number) => `Welche Projekte leitet ${office(place)}?`,
    (place: number) => `Was gibt es zum Thema ${name(keywords, place)}?`,
  ];
  return inTurns(kinds, count);
}

/** Questions like `BIG` with other names; a hundred in a row ask a hundred things. */
export function otherBig(count: number): string[] {
  const subjects = ['Bauantrag', 'Parkausweis', 'Kitaplatz', 'Schulnetz', 'Archiv', 'Wohngeld', 'Ausweis', 'Glasfaser'];
  const manners = ['papierlos', 'als App', 'barrierefrei', 'online', 'für Außenstellen'];
  const kinds = [
    (place: number) => `Welche Projekte betreffen FB ${1001 + (place % 300)}?`,
    (place: number) => `Wie viele laufende Projekte hat FB ${1001 + ((place * 11) % 300)}?`,
    (place: number) => `Welche Projekte leitet FB ${1001 + ((place * 7) % 300)}?`,
    (place: number) => `Was gibt es zum Thema ${name(subjects, place)} ${name(manners, place)}?`,
  ];
  return inTurns(kinds, count);
}

function inTurns(kinds: readonly ((place: number) => string)[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => name(kinds, at)(Math.floor(at / kinds.length)));
}

function name<T>(list: readonly T[], place: number): T {
  return list[place % list.length] as T;
}
