import { reader } from './city.js';

const read = reader();

describe('what is not understood', () => {
  test.each(['asdf qwer', 'Lorem ipsum dolor', 'hjkl'])('letters that mean nothing are no topic: %s', (text) => {
    expect(read(text).question).toEqual({ intent: 'notUnderstood', words: [text], near: [] });
  });
  test('who asks for something the programme does not hold hears that there is none', () => {
    expect(read('Gibt es Projekte zu Blockchain?').question).toMatchObject({ filters: { topic: ['Blockchain'] } });
  });
  test.each([
    'Quels sont les projets pour les familles ?',
    'Quali progetti sono per le famiglie?',
    '¿Cuáles son los proyectos para las familias?',
    'Hangi projeler var?',
    'Welke projecten zijn er voor het gezin?',
    'Які проєкти для сімей?',
  ])('another language is told which ones are understood: %s', (text) => {
    expect(read(text).question).toEqual({ intent: 'help' });
  });
  test.each(['Welche Projekte sind für Familien?', 'Which projects are for families?', 'Was ist mit der Kita?'])(
    'German and English are neither: %s',
    (text) => {
      expect(read(text).question).not.toEqual({ intent: 'help' });
    },
  );
});
