import { reader } from './city.js';

const read = reader();
const plain = read('Welche Projekte leitet FB 50?').question;

describe('how a message begins and ends is no matter of the question', () => {
  test.each([
    'Sehr geehrte Frau Dr. Amsel, welche Projekte leitet FB 50?',
    'Werte Kolleginnen und Kollegen! Welche Projekte leitet FB 50?',
    'Schönen guten Tag zusammen, welche Projekte leitet FB 50',
    'Guten Tag, mein Name ist Ute Amsel, welche Projekte leitet FB 50?',
    'Moin, welche Projekte leitet FB 50?',
    'Liebes Digitalteam,\nwelche Projekte leitet FB 50?',
    'Welche Projekte leitet FB 50? Mit besten Grüßen, Ute Amsel',
    'Hallo zusammen welche Projekte leitet FB 50? Vielen Dank im Voraus!',
    'Welche Projekte leitet FB 50?\n\nViele Grüße\nJugendamt',
  ])('%s', (text) => {
    expect(read(text).question).toEqual(plain);
  });
  test('an English letter', () => {
    expect(read('Dear Sir or Madam, which projects does FB 50 lead? Kind regards, A. Finch').question).toEqual(plain);
  });
  test('a greeting or thanks alone stays what it is', () => {
    expect(read('Guten Morgen!').question).toEqual({ intent: 'greeting' });
    expect(read('Hallo zusammen').question).toEqual({ intent: 'greeting' });
    expect(read('Vielen Dank!').question).toEqual({ intent: 'thanks' });
  });
});
