/** How big a made-up programme is. */
export interface Size {
  projects: number;
  departments: number;
  /** Weeks of status reports per running project. */
  weeks: number;
}

const SUBJECTS = ['Bauantrag', 'Parkausweis', 'Kitaplatz', 'Schulnetz', 'Archiv', 'Wohngeld', 'Ausweis', 'Glasfaser'];
const MANNERS = ['online', 'papierlos', 'mit KI', 'als App', 'im Bürgeramt', 'für Außenstellen', 'barrierefrei'];
const FIELDS = ['Netze', 'Verfahren', 'Kompetenz', 'Beteiligung', 'Sicherheit', 'Daten', 'Arbeitsplatz'];
const REGISTERS = ['running', 'running', 'permanent', 'upcoming', 'future'];
const HEALTHS = ['green', 'green', 'green', 'amber', 'red'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const number = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const day = (index: number, year: number): string =>
  `${year + (index % 4)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;

/** The text of a programme file of any size; the same size gives the same file. Departments are numbered from 1001. */
export function syntheticProgramme({ projects, departments, weeks }: Size): string {
  const department = (index: number): string => String(1001 + (index % departments));
  return JSON.stringify({
    format: 'programme/1',
    id: 'synthetisch',
    title: { de: 'Programm Großstadt', en: 'Big city programme' },
    city: 'Großstadt',
    vocabulary: { department: { de: 'Fachbereich', en: 'department' }, division: { de: 'Dezernat', en: 'division' } },
    divisions: number(10).map((index) => ({ id: `D${index}`, name: `Dezernat ${index}` })),
    departments: number(departments).map((index) => ({
      id: department(index),
      shortName: `FB ${department(index)}`,
      name: { de: `Fachbereich für ${at(SUBJECTS, index)} ${index}`, en: `Department ${index}` },
      division: `D${index % 10}`,
    })),
    actionFields: FIELDS.map((name) => ({ id: name.toLowerCase(), name })),
    people: number(departments).map((index) => ({
      id: `leitung-${index}`,
      name: `Leitung ${index}`,
      aadObjectId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      department: department(index),
      roles: index === 0 ? ['office', 'steering'] : [],
    })),
    projects: number(projects).map((index) => ({
      id: `vorhaben-${index}`,
      title: { de: `${at(SUBJECTS, index)} ${at(MANNERS, index)} ${index}`, en: `Project number ${index}` },
      summary: {
        de: `${at(SUBJECTS, index)} soll ${at(MANNERS, index + 3)} angeboten werden, damit Wege entfallen.`,
        en: `Project ${index} saves people a journey.`,
      },
      register: at(REGISTERS, index),
      actionFields: [at(FIELDS, index).toLowerCase()],
      lead: { department: department(index * 7), person: `leitung-${(index * 7) % departments}` },
      affects: index % 25 === 0 ? 'all' : number(1 + (index % 4)).map((step) => department(index + 11 * step)),
      objectives: [`Weniger Aufwand bei ${at(SUBJECTS, index)}`],
      start: day(index, 2022),
      end: day(index, 2026),
      resources: { investment: 1000 * (index % 500), runningPerYear: 100 * (index % 300), fte: (index % 10) / 2 },
      climate: 'none',
      keywords: [at(SUBJECTS, index), at(MANNERS, index)],
      published: true,
    })),
    reports: number(projects)
      .filter((index) => at(REGISTERS, index) === 'running')
      .flatMap((index) =>
        number(weeks).map((week) => ({
          project: `vorhaben-${index}`,
          week: `2026-W${String(10 + week).padStart(2, '0')}`,
          by: `leitung-${(index * 7) % departments}`,
          submittedAt: new Date(Date.UTC(2026, 2, 5 + 7 * week, 9, index % 60)).toISOString(),
          health: at(HEALTHS, index + week),
          progress: Math.min(100, 10 * week + (index % 30)),
          summary: `Der Stand bei ${at(SUBJECTS, index)} ist wie geplant.`,
          nextSteps: 'Weitere Stellen anschließen',
          risk: '',
        })),
      ),
  });
}
