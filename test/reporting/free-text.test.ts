import { describe, expect, it } from '@jest/globals';
import { readToldStatus } from '../../src/reporting/free-text.js';
import { readAbsence } from '../../src/reporting/absence-text.js';
import { readSpan } from '../../src/reporting/typed-span.js';

/** A Monday. */
const TODAY = '2026-05-18';

describe('a status told in words', () => {
  it.each<[string, string, object]>([
    [
      'E-Akte: gelb, Lieferant zwei Wochen in Verzug, nächste Woche Testsystem',
      'E-Akte',
      { health: 'amber', risk: 'Lieferant zwei Wochen in Verzug', nextSteps: 'Nächste Woche Testsystem' },
    ],
    [
      'Status Kitafinder: grün, 60 %, Testsystem steht. Nächste Woche Schulung',
      'Kitafinder',
      { health: 'green', progress: '60', summary: 'Testsystem steht', nextSteps: 'Nächste Woche Schulung' },
    ],
    [
      'Bauantrag – rot wegen Personalausfall, Entscheidung bis 15.6.: Zusatzmittel freigeben',
      'Bauantrag',
      { health: 'red', risk: 'Personalausfall', decision: 'Zusatzmittel freigeben', decisionBy: '2026-06-15' },
    ],
    [
      'Portal: im Plan, 45,5 % der Daten sind umgezogen',
      'Portal',
      { health: 'green', progress: '', summary: '45,5 % der Daten sind umgezogen' },
    ],
    [
      'Chatbot: at risk, supplier late, next week test system',
      'Chatbot',
      { health: 'amber', risk: 'Supplier late', nextSteps: 'Next week test system' },
    ],
    [
      'MFA ist: kritisch; Risiko: Lizenzen laufen aus; erreicht: Konzept',
      'MFA ist',
      { health: 'red', risk: 'Lizenzen laufen aus', summary: 'Konzept' },
    ],
    ['Netz: gelb, Bagger kam nicht', 'Netz', { health: 'amber', risk: 'Bagger kam nicht', summary: '' }],
    [
      'e-file: red, decision by 15 June: stop the contract?',
      'e-file',
      { decision: 'Stop the contract?', decisionBy: '2026-06-15' },
    ],
  ])('%s', (text, subject, values) => {
    expect(readToldStatus(text, TODAY)).toMatchObject({ subject, unchanged: false, values });
  });

  it.each<[string, string, object]>([
    [
      'Handyparken steht auf rot weil der Lieferant ausfällt',
      'Handyparken',
      { health: 'red', risk: 'Der Lieferant ausfällt' },
    ],
    ['Die E-Akte ist leider gelb, Lieferant in Verzug', 'Die E-Akte', { health: 'amber', risk: 'Lieferant in Verzug' }],
    [
      'The chatbot is still at risk because the supplier is late, next week test system',
      'The chatbot',
      { health: 'amber', risk: 'The supplier is late', nextSteps: 'Next week test system' },
    ],
    ['Kitafinder läuft im Plan, 60 %, Schulung fertig', 'Kitafinder', { health: 'green', progress: '60' }],
  ])('as a plain sentence: %s', (text, subject, values) => {
    expect(readToldStatus(text, TODAY)).toMatchObject({ subject, plain: true, unchanged: false, values });
  });

  it.each([
    'Handyparken ist rot',
    'Ist Handyparken rot, weil der Lieferant ausfällt?',
    'Warum ist Handyparken rot, kein Geld',
    'welche projekte sind rot, gelb oder grün',
    'Handyparken ist ein roter Faden, weil es alle nutzen',
    'Ich bin im Plan',
  ])('a plain sentence without health or reason is none: %s', (text) => {
    expect(readToldStatus(text, TODAY)).toBeNull();
  });

  it('may be "nothing changed"', () => {
    expect(readToldStatus('Chatbot: nichts geändert', TODAY)).toMatchObject({ subject: 'Chatbot', unchanged: true });
  });

  it.each([
    'Projekte: welche sind rot?',
    'Bauantrag: der rote Faden fehlt',
    'Bauantrag: warum rot?',
    'Was ist rot: Kitafinder oder Chatbot?',
    'Hinweis: das ist nur ein Text',
    'Welche Projekte sind kritisch',
    'Kitafinder',
    ': rot',
    `x: ${'y'.repeat(5000)} rot`,
  ])('"%s" is none', (text) => {
    expect(readToldStatus(text, TODAY)).toBeNull();
  });
});

describe('days in running text', () => {
  it.each([
    ['vom 3. bis 14. August', '2026-08-03', '2026-08-14'],
    ['vom 3. bis zum 14. August 2027', '2027-08-03', '2027-08-14'],
    ['vom 03.08. bis 14.08.2026', '2026-08-03', '2026-08-14'],
    ['3.8.–14.8.', '2026-08-03', '2026-08-14'],
    ['vom 18. bis 22.5.', '2026-05-18', '2026-05-22'],
    ['vom 28. Dezember bis 3. Januar', '2026-12-28', '2027-01-03'],
    ['vom 2. bis 4. März', '2027-03-02', '2027-03-04'],
    ['vom 15. bis 22. Mai', '2026-05-15', '2026-05-22'],
    ['am 5.6.', '2026-06-05', '2026-06-05'],
    ['morgen', '2026-05-19', '2026-05-19'],
    ['nächste Woche', '2026-05-25', '2026-05-31'],
    ['diese Woche', '2026-05-18', '2026-05-24'],
    ['übernächste Woche', '2026-06-01', '2026-06-07'],
    ['Bin übernächste Woche weg', '2026-06-01', '2026-06-07'],
    ['bis Freitag', '2026-05-18', '2026-05-22'],
    ['Donnerstag und Freitag', '2026-05-21', '2026-05-22'],
    ['ab dem 3. August zwei Wochen', '2026-08-03', '2026-08-16'],
    ['3 Tage', '2026-05-18', '2026-05-20'],
    ['ab Montag', '2026-05-18', null],
    ['from 3 to 14 August', '2026-08-03', '2026-08-14'],
    ['from August 3 to August 14', '2026-08-03', '2026-08-14'],
    ['until Friday', '2026-05-18', '2026-05-22'],
    ['2026-08-03 bis 2026-08-14', '2026-08-03', '2026-08-14'],
  ])('%s', (text, from, to) => {
    expect(readSpan(text, TODAY)).toMatchObject({ from, to });
  });

  it('are not found where there are none', () => {
    expect(readSpan('krank', TODAY)).toBeNull();
  });
});

describe('an absence told in chat', () => {
  it.each<[string, object]>([
    [
      'bin vom 3. bis 14. August weg, Vertretung Stellvertretung 63',
      { who: null, from: '2026-08-03', to: '2026-08-14', substitute: 'Stellvertretung 63' },
    ],
    ['Ich bin nächste Woche im Urlaub. Meine Vertretung ist Frau Dr. Muster.', { substitute: 'Frau Dr. Muster' }],
    ['I am away from 3 to 14 August, covered by Jo Smith', { substitute: 'Jo Smith', to: '2026-08-14' }],
    ['Kim Beispiel ist vom 3.8. bis 14.8. krank, vertreten durch Jo', { who: 'Kim Beispiel', substitute: 'Jo' }],
    ['bin krank', { fault: 'noDays' }],
    ['bin ab Montag weg', { fault: 'openEnd' }],
    ['bin vom 1.1.2020 bis 3.1.2020 weg', { fault: 'past' }],
    ['bin vom 14. bis 3. August weg', { fault: 'backwards' }],
    ['bin vom 14.8. bis 3.8. weg', { fault: 'backwards' }],
    ['bin vom 1.6.2026 bis 3.1.2036 weg', { fault: 'tooLong' }],
  ])('%s', (text, expected) => {
    expect(readAbsence(text, TODAY)).toMatchObject(expected);
  });

  it.each([
    'Welche Projekte sind weg?',
    'bin ich im Urlaub vertreten?',
    'Ist das Projekt weg',
    'Urlaubsantrag online',
    'Hallo',
  ])('"%s" is none', (text) => {
    expect(readAbsence(text, TODAY)).toBeNull();
  });
});
