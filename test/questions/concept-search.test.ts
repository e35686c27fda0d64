import { searchConcept } from '../../src/questions/concept-search.js';

const chapters = [
  {
    id: 'haltung',
    title: { de: 'Haltung' },
    text: { de: 'Wir denken vom Menschen her. Der Schalter bleibt offen.' },
  },
  {
    id: 'wege',
    title: { de: 'Wege der Entscheidung' },
    text: { de: 'Das Digitalbüro bereitet vor. Die Steuerungsrunde tagt jeden zweiten Dienstag und gibt Mittel frei.' },
  },
  {
    id: 'mitbestimmung',
    title: { de: 'Mitbestimmung' },
    text: { de: 'Die Personalvertretung wird vor jeder Einführung beteiligt.' },
  },
];

describe('what the concept says', () => {
  it.each([
    [['steering', 'committee', 'meet'], 'wege', 'jeden zweiten Dienstag'],
    [['works council', 'involved'], 'mitbestimmung', 'Personalvertretung'],
    [['Lenkungskreis', 'genehmigt'], 'wege', 'Steuerungsrunde'],
  ])('is found by other words and in another language: %s', (words, chapter, passage) => {
    const [best] = searchConcept(chapters, words, 'en');
    expect(best?.chapter).toBe(chapter);
    expect(best?.excerpt).toContain(passage);
  });
  it('says nothing on what it does not speak of', () => {
    expect(searchConcept(chapters, ['Blockchain'], 'de')).toEqual([]);
  });
});
