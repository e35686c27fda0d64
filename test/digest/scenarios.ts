import type { Digest } from '../../src/digest/digest.js';
import { composeDigest } from '../../src/digest/compose.js';
import { addWeeks } from '../../src/programme/calendar.js';
import type { Decision } from '../../src/programme/decision.js';
import type { Recorded } from '../../src/programme/events.js';
import type { Portfolio } from '../../src/programme/portfolio.js';
import type { Project } from '../../src/programme/programme.js';
import type { Health, StatusReport } from '../../src/programme/report.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { aDecision, aPortfolio, aProject, aReport } from '../builders.js';

/** Whole weeks of a made-up city, for looking at and for checks that need plenty of everything. */
export interface Scenario {
  portfolio: Portfolio;
  digest: Digest;
}
const WEEK = '2026-W20';
const AT = new Date('2026-05-18T11:00:00Z');
const TITLES = [
  'Elektronische Akte: Ausbau auf alle Fachbereiche',
  'Personalverwaltung 2.0',
  'Online-Terminvergabe Bürgerbüro',
  'Glasfaser an Schulen',
  'Digitaler Bauantrag',
  'Kita-Finder',
  'Ticketsystem für den Stadtservice',
  'Geodatenportal',
  'Rechnungseingang elektronisch',
  'WLAN im Rathaus',
  'Mobile Endgeräte für den Außendienst',
  'Ratsinformation barrierefrei',
];

export function quietWeek(): Scenario {
  const healths: Health[] = ['red', 'amber', ...Array<Health>(10).fill('green')];
  const { projects, reports } = course(healths.map((health) => Array<Health>(8).fill(health)));
  return scenario({ projects, reports });
}

export function normalWeek(): Scenario {
  const { projects, reports } = course([
    history(
      'ggggggar',
      'Lieferant ist zwei Wochen in Verzug, das Testsystem kommt erst am 29. Mai.',
      'Krisentermin mit dem Lieferanten am Mittwoch',
    ),
    history('ggaaaaag', 'Abnahme ohne Mängel erteilt.'),
    history('ggggaaaa', 'Zwei Stellen sind weiter unbesetzt.', 'Bewerbungsgespräche bis Ende Mai'),
    history('gggggggg'),
    history('ggggggga', 'Die Schnittstelle zum Land ändert sich im Herbst.'),
    history('gggggggg'),
    history('gggggg··'),
    history('gggggggg'),
    history('gggggggg'),
    history('········'),
    history('gggggggg'),
    history('gggggggg'),
  ]);
  milestones(projects);
  return scenario({
    projects,
    reports,
    decisions: [
      aDecision({
        id: 'd1',
        project: projects[0]!.id,
        text: 'Ersatzlieferanten beauftragen (Mehrkosten 40.000 €)?',
        by: '2026-05-22',
      }),
      aDecision({
        id: 'd2',
        project: projects[2]!.id,
        text: 'Befristete Stelle aus Programmmitteln finanzieren?',
        by: '2026-05-15',
      }),
    ],
    history: [
      imported([
        { field: 'register', id: projects[11]!.id, from: 'upcoming', to: 'running' },
        { field: 'end', id: projects[4]!.id, from: '2026-09-30', to: '2026-12-31' },
      ]),
    ],
  });
}

export function crisisWeek(): Scenario {
  const outage =
    'Nach dem Angriff auf das Rechenzentrum stehen alle Fachverfahren; Wiederanlauf frühestens in zwei Wochen.';
  const { projects, reports } = course([
    history('ggggggar', outage, 'Notbetrieb mit dem Landratsamt abstimmen'),
    history('gggggggr', outage),
    history('ggggaarr', 'Die Förderung ist gestrichen.', 'Antrag an den Stadtrat'),
    history('gggggggr', outage),
    history('ggggggga', 'Mitarbeitende sind für den Notbetrieb abgezogen.'),
    history('gggggaaa', 'Abhängig vom Rechenzentrum.'),
    history('gggggggr', outage),
    history('ggggg···'),
    history('ggggg···'),
    history('aaaarrr·', 'Lieferant insolvent.'),
    history('gggggggg'),
    history('aaaaaaag', 'Ersatzgeräte sind da.'),
  ]);
  milestones(projects);
  const decisions = [
    ['Notbetrieb beim Landratsamt beauftragen?', '2026-05-18'],
    ['Alle Einführungen bis Juli anhalten?', '2026-05-19'],
    ['120.000 € aus der Rücklage für die Wiederherstellung freigeben?', '2026-05-20'],
    ['Förderantrag zurückziehen?', '2026-05-12'],
    ['Externe Krisenkommunikation beauftragen?', null],
  ] as const;
  return scenario({
    projects,
    reports,
    decisions: decisions.map(([text, by], index) =>
      aDecision({ id: `d${index}`, project: projects[index]!.id, text, by }),
    ),
  });
}

/** `count` projects with eight weeks of every kind of trouble, long texts and long titles. */
export function hugeWeek(count: number): Scenario {
  const patterns = ['ggggggar', 'ggggaaaa', 'rrrrrrrg', 'gggggg··', 'gggggggg', '········', 'aaaaaaar'];
  const long = 'Der Lieferant ist in Verzug, und die Abnahme verschiebt sich. '.repeat(20);
  const { projects, reports } = course(
    Array.from({ length: count }, (_, index) => history(patterns[index % patterns.length]!, long, long)),
  );
  milestones(projects);
  return scenario({
    projects,
    reports,
    decisions: projects.slice(0, count / 5).map(({ id }) => aDecision({ id: `d-${id}`, project: id, text: long })),
  });
}

interface Course {
  healths: (Health | null)[];
  reason: string;
  nextSteps: string;
}
function history(pattern: string, reason = 'Läuft wie geplant.', nextSteps = ''): Course {
  const letters: Record<string, Health | null> = { g: 'green', a: 'amber', r: 'red', '·': null };
  return { healths: [...pattern].map((letter) => letters[letter] ?? null), reason, nextSteps };
}

function course(courses: (Course | Health[])[]): { projects: Project[]; reports: StatusReport[] } {
  const projects = courses.map((_, index) => {
    const title = TITLES[index % TITLES.length]!;
    const more = index >= TITLES.length ? ` ${Math.floor(index / TITLES.length) + 1}` : '';
    return aProject({ id: `p${index}`, title: { de: title + more, en: `Project ${index}` } });
  });
  const reports = courses.flatMap((each, index) => {
    const { healths, reason, nextSteps } = Array.isArray(each) ? { ...history(''), healths: each } : each;
    return healths.flatMap((health, back) => {
      if (!health) return [];
      const week = addWeeks(WEEK, back - healths.length + 1);
      const texts = health === 'green' ? { summary: reason } : { risk: reason, nextSteps };
      return [aReport({ id: `r${index}-${week}`, project: `p${index}`, week, health, ...texts })];
    });
  });
  return { projects, reports };
}

function milestones(projects: Project[]): void {
  projects.forEach((project, index) => {
    if (index % 3 === 0)
      project.milestones = [{ title: { de: 'Testsystem bereit' }, due: `2026-05-${20 + (index % 10)}`, done: null }];
    if (index % 5 === 1)
      project.milestones = [{ title: { de: 'Abnahme' }, due: '2026-05-13', done: index % 2 ? '2026-05-13' : null }];
    if (index % 4 === 3) project.resources.funding = index % 8 === 3 ? 'missing' : 'partly';
  });
}

function imported(changes: { id: string; field: string; from: unknown; to: unknown }[]): Recorded {
  return {
    id: 'import',
    seq: 1,
    type: 'programme.imported',
    at: '2026-05-13T09:00:00.000Z',
    by: null,
    why: 'Beschluss des Lenkungskreises vom 12. Mai',
    data: { revision: 2, changes: changes.map((change) => ({ kind: 'changed', noun: 'project', ...change })) },
  };
}

function scenario(parts: {
  projects: Project[];
  reports: StatusReport[];
  decisions?: Decision[];
  history?: Recorded[];
}): Scenario {
  const portfolio = aPortfolio({ ...parts, people: [] });
  const previous = { week: '2026-W19', at: '2026-05-11T11:00:00.000Z' };
  return { portfolio, digest: composeDigest(portfolio, { week: WEEK, at: AT, schedule: DEFAULT_SCHEDULE, previous }) };
}
