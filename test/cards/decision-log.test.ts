import { decisionLog } from '../../src/cards/decisions/decision-log.js';
import { aDecision, aPerson, aPortfolio, aProject } from '../builders.js';

const ruling = { comment: '', condition: null, until: null, at: '2026-05-18T22:30:00.000Z', by: 'chair' };
const log = (...decisions: Parameters<typeof aDecision>[0][]) =>
  decisionLog(
    aPortfolio({
      projects: [aProject({ id: 'project', title: { de: 'E-Akte' } })],
      people: [aPerson({ id: 'chair', name: 'Vorsitz' })],
      decisions: decisions.map((one) => aDecision(one)),
    }),
    'de',
  );
const rows = (...decisions: Parameters<typeof aDecision>[0][]) =>
  log(...decisions)
    .split('\r\n')
    .slice(1, -1);

describe('the log of decisions', () => {
  it('has a heading, and a row for what is open', () => {
    expect(log({ by: '2026-06-01' }).split('\r\n')).toEqual([
      'Kennung;Projekt;Frage;Gefragt am;Gewünscht bis;Stand;Entschieden am;Entschieden von;Begründung;Auflage;Frist oder Wiedervorlage;Auflage erfüllt am',
      'project;E-Akte;Weiterbauen?;2026-05-14;2026-06-01;offen;;;;;;',
      '',
    ]);
  });
  it('has a row for every ruling, with local days', () => {
    const deferred = { ...ruling, outcome: 'deferred' as const, until: '2026-06-15' };
    const approved = { ...ruling, outcome: 'approved' as const, condition: 'Mit Bescheid', until: '2026-07-01' };
    const fulfilled = { at: '2026-06-30T10:00:00.000Z', by: 'lead' };
    expect(rows({ rulings: [deferred, { ...approved, at: '2026-06-15T08:00:00Z', fulfilled }] })).toEqual([
      'project;E-Akte;Weiterbauen?;2026-05-14;;vertagt;2026-05-19;Vorsitz;;;2026-06-15;',
      'project;E-Akte;Weiterbauen?;2026-05-14;;genehmigt;2026-06-15;Vorsitz;;Mit Bescheid;2026-07-01;2026-06-30',
    ]);
  });
  it('says the role where somebody was forgotten', () => {
    const forgotten = { ...ruling, outcome: 'approved' as const, by: '' };
    expect(rows({ rulings: [forgotten] })[0]).toContain(';genehmigt;2026-05-19;Lenkungskreis;');
  });
  it('keeps what was withdrawn', () => {
    expect(rows({ retractedAt: '2026-05-20T10:00:00Z' })[0]).toContain(';zurückgezogen;');
  });
  it('keeps separators, quotes and lines within cells, and defuses formulas', () => {
    const [row] = log({ text: '=HYPERLINK("http://x")' }).split('\r\n').slice(1);
    expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(log({ text: 'Ja; nein\n"vielleicht"' })).toContain('"Ja; nein\n""vielleicht"""');
  });
});
