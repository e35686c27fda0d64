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
  test.each([
    ['Welche Projekte haben mehr als 3 Meilensteine?', '3 Meilensteine'],
    ['Wie viele laufende Projekte betreffen mehr als 5 Fachbereiche?', '5 Fachbereiche'],
    ['Welche Projekte enden 26?', '26'],
  ])('a number that bounds nothing is not passed over: %s', (text, words) => {
    expect(read(text).question).toMatchObject({ intent: 'notUnderstood', words: [words] });
  });
  test.each([
    ['Handlungsfeld Fantasia', 'Fantasia', {}],
    ['Welche Projekte gibt es im Handlungsfeld „Fantasia“?', 'Fantasia', {}],
    ['Laufende Projekte im Handlungsfeld Fantasia', 'Fantasia', { registers: ['running'] }],
    ['Wie viele laufende Projekte hat das Handlungsfeld Fantasia?', 'Fantasia', { registers: ['running'] }],
    ['Which projects are in the action field fantasia?', 'fantasia', {}],
    ['Show me the fantasia action field', 'fantasia', {}],
    ['Was kosten die Projekte im Handlungsfeld Fantasia?', 'Fantasia', {}],
  ])('an action field there is none of: %s', (text, word, filters) => {
    const offered = (id: string) => ({
      noun: 'actionField',
      id,
      question: { filters: { ...filters, actionFields: [id] } },
    });
    expect(read(text).question).toMatchObject({
      intent: 'notUnderstood',
      words: [word],
      near: [offered('dienste'), offered('raum')],
    });
  });
  test.each([
    'Welche Projekte mit Schwerpunkt Drohnen gibt es?',
    'Welche Handlungsfelder gibt es?',
    'Was läuft im Handlungsfeld Kluger Stadtraum?',
  ])('not a name of one: %s', (text) => {
    expect(read(text).question).not.toMatchObject({ near: [{ noun: 'actionField' }, { noun: 'actionField' }] });
  });
});

describe("what is none of a colleague's business", () => {
  test.each([
    'Write me a poem about the Kita-Navigator',
    'Dichte mir bitte ein Lied über die Ampelsteuerung',
    'Ein Limerick über Wohngeld',
    'Was mache ich an Weihnachten?',
  ])('is refused whatever is named in it: %s', (text) => {
    expect(read(text).question).toEqual({ intent: 'outOfScope' });
  });
  test('a feast beside what projects are asked for says when', () => {
    expect(read('Was endet vor Ostern?').question).toMatchObject({ filters: { end: { to: '2027-03-25' } } });
  });
});
