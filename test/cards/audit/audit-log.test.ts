import { auditLog } from '../../../src/cards/audit/audit-log.js';
import type { ProgrammeEvent } from '../../../src/programme/events.js';
import { aDecision, aPerson, aPortfolio, aProject, aReport } from '../../builders.js';

const office = { at: '2026-05-18T22:30:00.000Z', by: 'office', why: null };
const audit = (...events: ProgrammeEvent[]) =>
  auditLog(
    aPortfolio({
      projects: [aProject({ id: 'akte', title: { de: 'E-Akte' }, register: 'running' })],
      people: [aPerson({ id: 'office', name: 'Büro' }), aPerson({ id: 'lead', name: 'Leitung' })],
      history: events.map((event, index) => ({ ...event, seq: index + 1 })),
    }),
    'de',
  )
    .split('\r\n')
    .slice(1, -1);

describe('the audit', () => {
  it('says who did what, when by local time, to what, and why', () => {
    const weekly = { cadence: 'weekly' as const, paused: false, until: null };
    const data = { project: 'akte', from: weekly, to: { ...weekly, paused: true, until: '2026-09-01' } };
    const week = '2026-W20';
    expect(
      audit(
        { ...office, id: '1', type: 'reporting.arranged', why: 'Umbau', data },
        { ...office, id: '2', type: 'digest.annotated', data: { week, note: 'Bitte; "heute"' } },
        { ...office, id: '3', type: 'digest.held', data: { week, held: true } },
        { ...office, id: '4', type: 'digest.held', data: { week, held: false } },
        { ...office, id: '5', type: 'channel.chosen', data: { conversation: '19:c', lang: 'de' } },
        { ...office, id: '6', type: 'update.asked', data: { week, projects: ['akte', 'gone'] } },
        {
          ...office,
          id: '7',
          type: 'programme.imported',
          by: null,
          why: 'import of p.json',
          data: { revision: 2, changes: [], count: 3 },
        },
      ),
    ).toEqual([
      '2026-05-19 00:30;Büro;Abfrage des Stands geändert;E-Akte;jede Woche → bis zum 01.09.2026 nicht (ruht);Umbau',
      '2026-05-19 00:30;Büro;Anmerkung zum Wochenbericht;KW 20/2026;"Bitte; ""heute""";',
      '2026-05-19 00:30;Büro;Wochenbericht zurückgehalten;KW 20/2026;;',
      '2026-05-19 00:30;Büro;Wochenbericht freigegeben;KW 20/2026;;',
      '2026-05-19 00:30;Büro;Kanal für den Wochenbericht gewählt;;19:c;',
      '2026-05-19 00:30;Büro;Um Stand gebeten;E-Akte und gone;KW 20/2026;',
      '2026-05-19 00:30;Lotse, Betrieb oder gelöscht;Programmdatei eingelesen;;"Fassung 2; 3 Änderungen";import of p.json',
    ]);
  });

  it('tells a ruling that was changed from a first one and from one after a deferral', () => {
    const ruled = (day: number, decision: string, outcome: 'approved' | 'rejected' | 'deferred') => ({
      decision,
      event: { outcome, comment: '', condition: null, until: null },
      at: `2026-05-${day}T08:00:00.000Z`,
    });
    const rulings = [ruled(18, 'd1', 'approved'), ruled(18, 'd2', 'deferred'), ruled(19, 'd1', 'rejected')];
    rulings.push(ruled(20, 'd2', 'approved'));
    const decisions = ['d1', 'd2'].map((id) => {
      const own = rulings.filter(({ decision }) => decision === id);
      return aDecision({ id, project: 'akte', rulings: own.map(({ event, at }) => ({ ...event, at, by: 'office' })) });
    });
    const history = rulings.map(({ decision, event, at }, index) => {
      const data = { decision, ...event };
      return {
        id: String(index),
        seq: index + 1,
        type: 'decision.decided' as const,
        by: 'office',
        why: null,
        at,
        data,
      };
    });
    const deeds = (lang: 'de' | 'en') =>
      auditLog(aPortfolio({ projects: [aProject({ id: 'akte' })], decisions, history }), lang)
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(';')[2]);
    expect(deeds('de')).toEqual(['Entschieden', 'Entschieden', 'Entscheidung geändert', 'Entschieden']);
    expect(deeds('en')).toEqual(['Decided', 'Decided', 'Decision changed', 'Decided']);
  });

  it('holds what the office did for others, and not what people do for themselves', () => {
    const absence = { absence: 'a', person: 'lead', from: '2026-06-01', to: '2026-06-05', substitute: null };
    const report = aReport({ project: 'akte', week: '2026-W20', health: 'red' });
    expect(
      audit(
        { ...office, id: '1', type: 'absence.entered', data: absence },
        { ...office, id: '2', type: 'absence.entered', by: 'lead', data: absence },
        { ...office, id: '3', type: 'report.submitted', data: { report: { ...report, by: 'office', role: 'office' } } },
        { ...office, id: '4', type: 'report.submitted', by: 'lead', data: { report } },
        {
          ...office,
          id: '5',
          type: 'reminders.snoozed',
          by: 'lead',
          data: { person: 'lead', week: '2026-W20', until: null },
        },
        { ...office, id: '6', type: 'person.forgotten', by: null, data: { person: 'lead' } },
      ).map((row) => row.split(';').slice(1, 5)),
    ).toEqual([
      ['Büro', 'Abwesenheit für jemanden eingetragen', 'Leitung', '2026-06-01 – 2026-06-05'],
      ['Büro', 'Für die Leitung berichtet', 'E-Akte und KW 20/2026', 'kritisch'],
    ]);
  });
});
