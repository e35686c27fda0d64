import { aDepartment, aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, aContext, reader } from './city.js';

const read = reader();
const listed = { intent: 'list' as const, filters: { health: ['red' as const] }, order: null, limit: null, page: 0 };

describe('as people talk', () => {
  test.each([
    ['FB 37, was habt ihr da in Planung?', { registers: ['upcoming'] }],
    ['Was hat der FB 37 alles auf dem Tisch?', {}],
    ['Vom früheren Amt für Wohnen: was betrifft die heute?', {}],
  ])('a pronoun may mean what the sentence names itself: %s', (text, more) => {
    const { question } = read(text);
    expect(question.intent).not.toBe('clarify');
    if (question.intent === 'list') {
      const { organisations, ...others } = question.filters;
      expect(organisations).toHaveLength(1);
      expect(others).toEqual(more);
    }
  });
  test.each([
    'Es wurde entschieden, dass FB 50 jetzt den Kita-Navigator leitet. Stimmt das?',
    'Die Lenkungsgruppe hat beschlossen, dass der Kita-Navigator vom FB 50 geleitet wird, richtig?',
  ])('who leads is supposed although a ruling is spoken of: %s', (text) => {
    expect(read(text).question).toMatchObject({
      intent: 'verify',
      project: 'kita',
      claims: { organisations: [{ departments: ['50'], relation: 'leads' }] },
    });
  });
  test.each([
    'What does FB 50 lead and what else concerns it?',
    'FB 50: welche Vorhaben leiten die und welche betreffen sie sonst noch?',
    'Which projects is FB 50 leading, and which others affect it?',
  ])('led and otherwise affected are told together: %s', (text) => {
    expect(read(text).question).toMatchObject({
      intent: 'list',
      filters: { organisations: [{ departments: ['50'], relation: 'any' }] },
    });
  });
  test.each(['Welche denn?', 'und welche?', 'which ones?'])('what was counted is listed: %s', (text) => {
    const counted = { intent: 'count' as const, filters: { registers: ['running' as const] } };
    const context = aContext(counted, { named: ['kita', 'ampel'] });
    expect(read(text, { context }).question).toMatchObject({ intent: 'list', filters: counted.filters });
  });
  test('a question after "und" is asked of what was named', () => {
    const context = aContext(listed, { named: ['kita', 'ampel'] });
    expect(read('und bei welchen ist noch eine Entscheidung offen?', { context }).question).toMatchObject({
      intent: 'decisions',
      open: true,
      filters: { health: ['red'] },
    });
  });
  test.each([
    ['Ist die Finanzierung für das digitale Wohngeld gesichert?', 'wohngeld'],
    ['Is the funding for the childcare navigator confirmed?', 'kita'],
  ])('secured funding is supposed: %s', (text, project) => {
    expect(read(text).question).toMatchObject({ intent: 'verify', project, claims: { funding: ['available'] } });
  });
  test('an office by its kind in full or for short', () => {
    const city = aCity({
      departments: [
        aDepartment({ id: 'b', shortName: 'EB Bäder', name: { de: 'Bäderbetriebe' } }),
        aDepartment({ id: 's', shortName: 'Sport', name: { de: 'Fachdienst Sport und Freizeit' } }),
      ],
    });
    const inCity = reader(createUnderstanding(city));
    const leads = (id: string) => ({ filters: { organisations: [{ departments: [id], relation: 'leads' }] } });
    expect(inCity('Welche Projekte leitet der Eigenbetrieb Bäder?').question).toMatchObject(leads('b'));
    expect(inCity('Welche Projekte leitet der FD Sport und Freizeit?').question).toMatchObject(leads('s'));
  });
  test('what is done online says less than with what', () => {
    const city = aCity({
      projects: [
        aProject({ id: 'hund', title: { de: 'Hundesteuer online' }, keywords: ['Hund'] }),
        aProject({ id: 'sperr', title: { de: 'Sperrmüll anmelden' } }),
      ],
    });
    const hits = createUnderstanding(city).topic(['hund', 'anmelden']);
    expect(hits.map(({ project }) => project)).toEqual(['hund']);
  });
});

describe('what one kind of words stands for', () => {
  test.each([
    'Welche Projekte betreffen nur bestimmte Ämter?',
    'Was läuft, betrifft aber bloß einzelne Fachbereiche?',
    'Which projects affect only certain departments?',
  ])('some offices are not all of them: %s', (text) => {
    expect(read(text).question).toMatchObject({ intent: 'list', filters: { citywide: false } });
  });
  test.each([
    ['Wo sind juristisch noch Fragen offen?', 'legal', ['open']],
    ['Bei welchen Projekten ist technisch noch was zu klären?', 'technical', ['open']],
    ['Welche Vorhaben sind wirtschaftlich noch nicht geklärt?', 'economic', ['open']],
    ['Welche Projekte haben rechtliche Bedenken?', 'legal', ['open', 'critical']],
    ['Which projects still have open legal issues?', 'legal', ['open']],
    ['Where are there legal questions yet to be settled?', 'legal', ['open']],
  ])('what is not settled is asked of the assessment: %s', (text, side, ratings) => {
    expect(read(text).question).toMatchObject({ intent: 'list', filters: { assessment: { side, ratings } } });
  });
  test.each([
    ['was war beim Wohngeld in KW 17 los?', { from: '2026-04-20', to: '2026-04-26' }],
    ['What was going on with Wohngeld in week 17?', { from: '2026-04-20', to: '2026-04-26' }],
    ['Was war beim Kita-Navigator im April?', { from: '2026-04-01', to: '2026-04-30' }],
  ])('what was is told by the reports of that time: %s', (text, during) => {
    expect(read(text).question).toMatchObject({ intent: 'history', during });
  });
  test.each(['nee sorry, das Jugendamt mein ich', 'quatsch, Jugendamt', 'sorry, Jugendamt meinte ich'])(
    'a word of correction sets one office in place of another: %s',
    (text) => {
      const organisations = [{ departments: ['50'], division: null, relation: 'leads' as const }];
      const context = aContext({ ...listed, filters: { organisations } });
      expect(read(text, { context }).question).toEqual({
        ...listed,
        filters: { organisations: [{ departments: ['51'], division: null, relation: 'leads' }] },
      });
    },
  );
});

describe('the same words', () => {
  test('mean something else after something else was said, and by themselves what they meant before', () => {
    const context = aContext({ ...listed, filters: { health: ['amber'] } }, { named: ['kita', 'ampel'] });
    const alone = read('und die laufenden?');
    const onward = read('und die laufenden?', { context });
    expect(onward.question).toMatchObject({ filters: { health: ['amber'], registers: ['running'] } });
    expect(read('und die laufenden?')).toEqual(alone);
    expect(alone.question).not.toEqual(onward.question);
  });
  test('mean the department of whoever says them', () => {
    const of = (department: string | null) => {
      const { question } = read('Welche Projekte betreffen mein Amt?', {
        asker: { person: null, department, lang: 'de' },
      });
      return question.intent === 'list' ? question.filters.organisations?.[0]?.departments : question.intent;
    };
    expect([of('50'), of('37'), of(null), of('50')]).toEqual([['50'], ['37'], 'clarify', ['50']]);
  });
});

describe('an end that was moved', () => {
  test.each([
    ['Welche Projekte wurden nach hinten verlegt?', { intent: 'list', filters: { postponed: true } }],
    ['Wie viele laufende Projekte sind verschoben worden?', { intent: 'count', filters: { postponed: true } }],
    ['Which projects have not been postponed?', { intent: 'list', filters: { postponed: false } }],
    ['Wurde der Kita-Navigator verschoben?', { intent: 'verify', project: 'kita', claims: { postponed: true } }],
  ])('is a condition, no topic: %s', (text, question) => {
    expect(read(text).question).toMatchObject(question);
    expect(read(text).question).not.toHaveProperty('filters.topic');
  });
  test('of milestones it is said that it is not heeded', () => {
    expect(read('Welche Meilensteine wurden verschoben?').unknownWords).toEqual(['verschoben']);
  });
});

describe('a place in the list just shown', () => {
  const named = ['a', 'b', 'c', 'd', 'e', 'f'];
  const context = aContext(listed, { named });
  test.each([
    ['der vierte', 'd'],
    ['das sechste bitte', 'f'],
    ['the sixth one', 'f'],
    ['das vorletzte', 'e'],
    ['the last but one', 'e'],
    ['Nummer 3', 'c'],
    ['Projekt 2', 'b'],
  ])('%s', (text, project) => {
    expect(read(text, { context }).question).toEqual({ intent: 'project', project });
  });
  test.each([
    ['Wann endet nr. 4?', 'd', 'end'],
    ['Wann ist das 3. fertig?', 'c', 'end'],
    ['Who leads number 2?', 'b', 'lead'],
  ])('of it a fact: %s', (text, project, field) => {
    expect(read(text, { context }).question).toEqual({ intent: 'fact', project, fields: [field] });
  });
  test('a number of which there is none is told', () => {
    expect(read('Nummer 40', { context }).question).toMatchObject({ intent: 'notUnderstood' });
  });
  test('a quarter is no place', () => {
    expect(read('Und das 3. Quartal?', { context }).question).toMatchObject({
      intent: 'list',
      filters: { active: {} },
    });
  });
});
