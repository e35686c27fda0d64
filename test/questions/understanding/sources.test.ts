import { reader } from './city.js';

const read = reader();
const red = read('Welche Projekte sind rot?').question;
const overdue = read('Welche Projekte sind überfällig?').question;

describe('where something is written is no matter of the question', () => {
  test.each([
    'Welche Projekte sind laut letztem Bericht rot?',
    'Welche Projekte sind gemäß aktuellem Statusbericht rot?',
    'Welche Projekte sind dem letzten Quartalsbericht zufolge rot?',
    'Laut der neuesten Meldung: welche Projekte sind rot?',
    'Welche Projekte sind nach jüngstem Stand rot?',
    'Welche Projekte sind im letzten Bericht rot?',
    'Welche Projekte sind rot lt. Programm?',
    'Which projects are red according to the latest report?',
    'Which projects are red as per the list?',
  ])('%s', (text) => {
    expect(read(text).question).toEqual(red);
  });
  test('what a plan says of a time is the time', () => {
    expect(read('Welche Projekte sind laut Zeitplan schon über ihrem Endtermin?').question).toEqual(overdue);
    expect(read('Welche Projekte haben gemäß Liste ihr Enddatum bereits überschritten?').question).toEqual(overdue);
  });
  test('pronouns are no topics', () => {
    for (const text of ['Welche Projekte sind hinter ihrem Zieltermin?', 'Welche Projekte sind über deren Enddatum?'])
      expect(read(text).question).toEqual(overdue);
  });
  test('the report itself may be asked for', () => {
    expect(read('Was steht im letzten Bericht zum Kita-Navigator?').question).toMatchObject({ project: 'kita' });
  });
});

describe('what the asker says to lead themselves', () => {
  const asker = { department: '51' };
  const own = read('Welche Projekte leitet mein Amt?', { asker }).question;
  test.each([
    'Welche Projekte liegen in unserer Federführung?',
    'Welche Projekte sind in unserer alleinigen Verantwortung?',
    'Welche Projekte stehen unter meiner Leitung?',
    'Welche Projekte sind in unserer Zuständigkeit?',
    'Welche Projekte sind in unseren Händen?',
    'Which projects are under our leadership?',
    'Which projects are our responsibility?',
  ])('%s', (text) => {
    expect(read(text, { asker }).question).toEqual(own);
  });
});
