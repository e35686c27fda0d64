import { shortTitles } from '../../src/cards/answers/words/short-title.js';

describe('what people call projects', () => {
  it.each([
    ['Bewohnerparken: neues Modell', 'Bewohnerparken'],
    ['Chatbot für die Website', 'Chatbot'],
    ['Dynamische Verkehrsführung', 'Verkehrsführung'],
    ['Sensornetz (LPWAN)', 'Sensornetz'],
    ['Leitlinie und Schulung zum Einsatz', 'Leitlinie und Schulung'],
    ['Telefonie', 'Telefonie'],
    ['E-Rechnung Finanzen', 'E-Rechnung Finanzen'],
    ['KI-gestützte Postverteilung', 'Postverteilung'],
    ['Modernisierung der Telefonanlage', 'Telefonanlage'],
    ['Bürger-App und Newsletter', 'Bürger-App'],
    ['Haupt- und Nebenkasse', 'Haupt- und Nebenkasse'],
  ])('%s: %s', (title, short) => {
    expect(shortTitles([title, 'Etwas anderes'], 'de')[0]).toBe(short);
  });
  it('in English', () => {
    expect(shortTitles(['Tree sensors for watering on demand', 'City-wide sensor network (LPWAN)'], 'en')).toEqual([
      'Tree sensors',
      'City-wide sensor network',
    ]);
  });
  it('with its matter where another one holds it as well', () => {
    expect(shortTitles(['Wärmesensoren für Brücken', 'Sensoren für Parkplätze'], 'de')).toEqual([
      'Wärmesensoren',
      'Sensoren (Parkplätze)',
    ]);
  });
  it('with its matter where the word that was asked by stands there alone', () => {
    const titles = ['Betreuung der Geräte in Büchereien', 'Lesegeräte und Funknetz in Büchereien'];
    expect(shortTitles(titles, 'de', 'bücherei')[1]).toBe('Lesegeräte und Funknetz (Büchereien)');
    expect(shortTitles(titles, 'de', 'lesegerät')[1]).toBe('Lesegeräte und Funknetz');
  });
  it('never the same for two', () => {
    const titles = ['Portal für Eltern', 'Portal für Vereine'];
    expect(shortTitles(titles, 'de')).toEqual(titles);
  });
});
