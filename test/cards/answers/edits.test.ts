import { diffProgrammes } from '../../../src/programme/file/diff.js';
import type { Project } from '../../../src/programme/programme.js';
import { aPortfolio, aProject, aPerson } from '../../builders.js';
import { LANGS, say } from './present.js';

const before = aProject({
  id: 'a',
  title: { de: 'Archiv', en: 'Archive' },
  end: '2026-06-30',
  lead: { department: '10', person: 'kim' },
  resources: { investment: 1_000, funding: 'missing' },
  milestones: [{ title: { de: 'Start' }, due: '2026-01-01', done: null }],
});
const people = [aPerson({ id: 'kim', name: 'Kim Eins' }), aPerson({ id: 'alex', name: 'Alex Zwei' })];

/** What the answer to "what is new?" says after an import made `after` of the project. */
function told(after: Partial<Project> | null, lang: 'de' | 'en' = 'de'): string[] {
  const projects = after === null ? [] : [{ ...before, ...after }];
  const portfolio = aPortfolio({ projects, people });
  const changes = diffProgrammes({ ...portfolio.programme, projects: [before] }, portfolio.programme);
  const event = { type: 'programme.imported' as const, id: 'e2', seq: 2, by: null, why: null };
  const history = [{ ...event, at: '2026-05-17T10:00:00Z', data: { revision: 2, changes } }];
  const { card } = say({ intent: 'changes', since: null, filters: {} }, { portfolio: { ...portfolio, history }, lang });
  return card.fallbackText
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n')
    .slice(2, -1);
}

describe('edits of projects', () => {
  it.each<[Partial<Project>, string]>([
    [{ end: '2026-12-31' }, 'Archiv: Ende: 30.06.2026 → 31.12.2026'],
    [{ title: { de: 'Neues Archiv' } }, 'Neues Archiv: Titel: Archiv → Neues Archiv'],
    [{ affects: 'all' }, 'Archiv: Betroffen: nicht hinterlegt → die ganze Stadtverwaltung (stadtweit)'],
    [{ paused: true }, 'Archiv: Ruht: nein → ja'],
    [{ cadence: 'monthly' }, 'Archiv: Berichtet wird: nicht hinterlegt → monatlich'],
    [{ climate: 'positive' }, 'Archiv: Klimawirkung: nicht bewertet → positiv'],
    [{ lead: { ...before.lead, person: 'alex' } }, 'Archiv: Projektleitung: Kim Eins → Alex Zwei'],
    [{ resources: { ...before.resources, funding: 'available' } }, 'Archiv: Finanzierung: offen → gesichert'],
    [
      { milestones: [{ title: { de: 'Start' }, due: '2026-01-01', done: '2026-01-05' }] },
      'Archiv: Meilensteine: Start (fällig 01.01.2026) → Start (erreicht 05.01.2026)',
    ],
    [
      { assessment: { legal: { rating: 'critical', note: null }, technical: null, economic: null } },
      'Archiv: Bewertung: nicht hinterlegt → rechtlich kritisch',
    ],
  ])('are told in words, not in the file’s codes: %j', (after, line) => {
    expect(told(after)).toEqual([line]);
  });
  it('name what has left the programme', () => {
    expect(told(null)).toEqual(['Archiv: nicht mehr im Programm']);
    expect(told(null, 'en')).toEqual(['Archive: no longer in the programme']);
  });
  it('cut long texts', () => {
    const [line = ''] = told({ summary: { de: 'sehr '.repeat(500) } });
    expect(line.length).toBeLessThan(300);
  });
  it.each(LANGS)('do not speak of which values are invented (%s)', (lang) => {
    expect(told({ fictional: ['end'] }, lang)).toEqual([]);
  });
});

describe('the footer', () => {
  it('counts back from the programme’s own day, west of Greenwich too', () => {
    const portfolio = aPortfolio({ programme: { timeZone: 'America/New_York' } });
    const { card } = say({ intent: 'changes', since: null, filters: {} }, { portfolio });
    expect(card.fallbackText).toContain('Seit dem 11.05.2026');
    expect(card.body.at(-1)?.text).toContain('seit dem 11.05.2026');
  });
});

describe('funding', () => {
  it('that is not stated is said in a sentence', () => {
    const portfolio = aPortfolio({ projects: [{ ...before, resources: { ...before.resources, funding: null } }] });
    const { text } = say({ intent: 'fact', project: 'a', fields: ['funding'] }, { portfolio });
    expect(text).toBe('Für „Archiv“ ist zur Finanzierung nichts hinterlegt.');
  });
});
