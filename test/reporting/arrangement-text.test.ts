import { readArrangement } from '../../src/reporting/arrangement-text.js';

const read = (text: string) => readArrangement(text, '2026-05-21');
const cadence = (name: string) => ({ subject: 'E-Akte', wish: { kind: 'cadence', cadence: name } });
const pause = (until: string | null) => ({ subject: 'E-Akte', wish: { kind: 'pause', until } });

describe('how often to ask, said in chat', () => {
  it.each([
    ['E-Akte nur noch alle zwei Wochen fragen', cadence('biweekly')],
    ['frage E-Akte monatlich', cadence('monthly')],
    ['Frage nur noch einmal im Monat nach dem Stand der E-Akte', cadence('monthly')],
    ['E-Akte wieder wöchentlich abfragen', cadence('weekly')],
    ['frag bitte nicht mehr nach der E-Akte', cadence('never')],
    ['ask about E-Akte every two weeks', cadence('biweekly')],
    ['Please ask for E-Akte only monthly', cadence('monthly')],
    ['stop asking about E-Akte', cadence('never')],
    ['pausiere E-Akte bis 1.9.', pause('2026-09-01')],
    ['E-Akte pausieren bis 1. September', pause('2026-09-01')],
    ['pause E-Akte until 1 September', pause('2026-09-01')],
    ['put E-Akte on hold until August 3', pause('2026-08-03')],
    ['pausiere E-Akte für zwei Wochen', pause('2026-06-04')],
    ['pausiere E-Akte', pause(null)],
    ['setze E-Akte fort', { subject: 'E-Akte', wish: { kind: 'resume' } }],
    ['E-Akte wieder fragen', { subject: 'E-Akte', wish: { kind: 'resume' } }],
    ['resume E-Akte', { subject: 'E-Akte', wish: { kind: 'resume' } }],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('leaves words within a name alone', () => {
    expect(read('pausiere Portal für Bürger')).toEqual({
      subject: 'Portal für Bürger',
      wish: { kind: 'pause', until: null },
    });
  });

  it.each([
    'Welche Projekte werden nicht mehr gefragt?',
    'bin nicht mehr da',
    'E-Akte: gelb, nächste Woche monatlicher Termin',
    'Fragen zu E-Akte',
    'Wird E-Akte pausiert?',
  ])('is not meant by: %s', (text) => {
    expect(read(text)).toBeNull();
  });
});
