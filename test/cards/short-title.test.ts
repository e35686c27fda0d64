import { shortTitles } from '../../src/cards/answers/words/short-title.js';

describe('what people call projects', () => {
  it.each([
    ['Bewohnerparken: neues Modell', 'Bewohnerparken'],
    ['Chatbot für die Website', 'Chatbot'],
    ['Dynamische Verkehrsführung', 'Verkehrsführung'],
    ['Sensornetz (LPWAN)', 'Sensornetz'],
    ['Leitlinie und Schulung zum Einsatz', 'Leitlinie und Schulung'],
    ['Telefonie', 'Telefonie'],
  ])('%s: %s', (title, short) => {
    expect(shortTitles([title, 'Etwas anderes'], 'de')[0]).toBe(short);
  });
  it('in English', () => {
    expect(shortTitles(['Tree sensors for watering on demand', 'City-wide sensor network (LPWAN)'], 'en')).toEqual([
      'Tree sensors',
      'City-wide sensor network',
    ]);
  });
  it('never the same for two', () => {
    const titles = ['Portal für Eltern', 'Portal für Vereine'];
    expect(shortTitles(titles, 'de')).toEqual(titles);
  });
});
