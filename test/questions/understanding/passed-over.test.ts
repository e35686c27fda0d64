import { aCity, aContext, reader } from './city.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aPerson } from '../../builders.js';

const read = reader();

describe('what is recognised but held by no condition is told', () => {
  test.each([
    ['Was kostet der Kita-Navigator 2027?', ['2027']],
    ['What does the childcare navigator cost in 2027?', ['2027']],
    ['Welche Projekte enden nicht?', ['nicht']],
    ['Welche sind nächste Woche rot?', ['nächste Woche']],
    ['Ist der Kita-Navigator das teuerste Projekt?', ['teuerste']],
  ])('%s', (text, words) => {
    expect(read(text).unknownWords).toEqual(words);
  });
  test('but said once where words overlap', () => {
    const { unknownWords } = read('Was kostet der Kita-Navigator zwischen März und Juni 2027?');
    expect(unknownWords).toEqual(['zwischen März und Juni 2027']);
  });
});

describe('nothing is told', () => {
  test.each([
    'Welche Projekte laufen noch nicht?',
    'Welche laufenden Projekte enden nicht vor 2028?',
    'Which projects are not overdue?',
    'Leitet das Jugendamt auch ein Projekt oder keins?',
    'Wie heißt der Fachbereich Soziales heute?',
    'Ist der Kita-Navigator 2027 fertig?',
    'Wann startet der Kita-Navigator, wäre das schon im Juni?',
    'Welche Projekte kosten mehr als 50.000 Euro?',
    'die 3 teuersten Projekte vom Jugendamt',
    'Wann endet der Kita-Navigator vom Jugendamt?',
    'Wie lief der Kita-Navigator in den letzten Wochen?',
    'Which running projects have no budget?',
    'Ich weiß nicht, welche Projekte rot sind',
  ])('of what is held, or only a way of speaking: %s', (text) => {
    expect(read(text).unknownWords).toEqual([]);
  });
  test('of whoever leads the one project asked about', () => {
    const [kita, ...others] = aCity().projects;
    if (!kita) throw new Error('no project');
    const city = aCity({
      people: [aPerson({ id: 'p1', name: 'Kim Sommer' }), aPerson({ id: 'p2', name: 'Toni Winkler' })],
      projects: [{ ...kita, lead: { ...kita.lead, person: 'p1', deputies: [] } }, ...others],
    });
    const ask = reader(createUnderstanding(city));
    expect(ask('Wer vertritt Kim Sommer beim Kita-Navigator?').unknownWords).toEqual([]);
    expect(ask('Wer vertritt Toni Winkler beim Kita-Navigator?').unknownWords).toEqual(['Toni Winkler']);
  });
  test('of a follow-up that keeps what was asked before', () => {
    const context = aContext({ intent: 'list', filters: { health: ['red'] }, order: null, limit: null, page: 0 });
    expect(read('und davon die vom Jugendamt?', { context }).unknownWords).toEqual([]);
  });
});
