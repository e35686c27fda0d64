import { aProject } from '../../builders.js';
import { createUnderstanding } from '../../../src/questions/understanding/index.js';
import { aCity, reader } from './city.js';

const read = reader();

describe('as people talk', () => {
  test.each([
    ['was is mit dem kita-navigator los', { intent: 'project', project: 'kita' }],
    ['wann is der kita-navigator fertig', { intent: 'fact', project: 'kita', fields: ['end'] }],
    ['was kostet der kita-navigator so im jahr', { intent: 'fact', project: 'kita', fields: ['runningPerYear'] }],
    ['liefs beim kita-navigator ende april gut', { project: 'kita', during: { from: '2026-04-21', to: '2026-04-30' } }],
  ])('%s', (text, question) => {
    expect(read(text)).toMatchObject({ question, unknownWords: [] });
  });

  test('what all of an office cost in a year is summed up as such, however far apart the words are', () => {
    expect(read('was kosten die projekte vom dezernat 2 bei uns im jahr').question).toMatchObject({
      intent: 'aggregate',
      measure: 'runningPerYear',
      operation: 'sum',
    });
    expect(read('was kosten die projekte vom dezernat 2 im jahr 2026').question).not.toMatchObject({
      measure: 'runningPerYear',
    });
  });

  test.each(['wie viele vorhaben hat die 51', 'was macht die 51'])('%s: an office by its number alone', (text) => {
    expect(JSON.stringify(read(text).question)).toContain('"51"');
  });

  test('what is still to begin this year is not what has begun', () => {
    expect(read('welche vorhaben fangen heuer noch an').question).toMatchObject({
      filters: { start: { from: '2026-05-18', to: '2026-12-31' } },
    });
  });

  test('a word with a known one behind its first letter is no slip', () => {
    const { corrected } = read('Welche Projekte gibt es zum Thema Verfahren?');
    expect(corrected).toEqual([]);
  });

  test('what the steering group said is what it decided', () => {
    expect(read('was hat der lenkungskreis zum kita-navigator gesagt').question).toMatchObject({
      intent: 'decisions',
      project: 'kita',
    });
  });

  test('a project is called by its name and whatever is hung on', () => {
    const of = reader(
      createUnderstanding(
        aCity({
          projects: [
            aProject({ id: 'pegel', title: { de: 'Messung der Bäche' }, keywords: ['Pegel'] }),
            aProject({ id: 'archiv', title: { de: 'Archiv im Netz' }, keywords: ['Geschichte'] }),
          ],
        }),
      ),
    );
    expect(of('warum ist die pegelgeschichte rot').question).toMatchObject({ intent: 'why', project: 'pegel' });
    expect(of('wann ist die pegelsache fertig').question).toMatchObject({ intent: 'fact', project: 'pegel' });
  });

  test('a group right before "Projekte" is for whom they are', () => {
    const of = reader(
      createUnderstanding(
        aCity({ targetGroups: [{ id: 'citizens', name: { de: 'Bürgerinnen und Bürger' }, aliases: ['Bürger'] }] }),
      ),
    );
    expect(of('bürger*innen projekte bitte').question).toMatchObject({ filters: { targetGroups: ['citizens'] } });
  });

  test.each(['na du, alles fit?', 'na, was geht ab'])('%s is small talk', (text) => {
    expect(read(text).question.intent).toBe('outOfScope');
  });

  test.each([
    ['warum gibts kein projekt zu blockchain', { intent: 'exists', filters: { topic: ['blockchain'] } }],
    ['wieso dauert der kita-navigator länger', { intent: 'why', project: 'kita', claims: { postponed: true } }],
    ['hat sich die ampel beim kita-navigator verbessert', { intent: 'history', project: 'kita', during: null }],
    ['wann war der kita-navigator das letzte mal rot', { intent: 'history', project: 'kita', since: ['red'] }],
    ['welche 5 projekte brauchen die meisten leute', { order: { by: 'fte', direction: 'desc' }, limit: 5 }],
    ['wie viel geld steckt im programm', { intent: 'aggregate', filters: {}, measure: 'investment' }],
  ])('%s', (text, question) => {
    expect(read(text).question).toMatchObject(question);
    expect(read(text).unknownWords).toEqual([]);
  });

  test('a long compound of known words is no slip', () => {
    expect(read('ab wie viel euro entscheidet der sozialrat').corrected).toEqual([]);
  });

  test.each([
    ['gibts schon nen entscheid zum kita-navigator', { intent: 'decisions', project: 'kita' }],
    ['was hat sich im mai bei den projekten getan', { intent: 'changes', since: '2026-05-01' }],
    ['was ist im juni alles fällig', { intent: 'agenda' }],
    ['welche drei fachbereiche leiten am meisten', { intent: 'group', by: 'leadDepartment', limit: 3 }],
    ['welche 2 dezernate haben die meisten projekte', { intent: 'group', by: 'division', limit: 2 }],
    ['welches dezernat hat die meisten projekte', { intent: 'group', by: 'division', limit: 1 }],
  ])('%s', (text, question) => {
    expect(read(text).question).toMatchObject(question);
  });

  test('a letter apart belongs to the name the programme writes as one', () => {
    const of = reader(
      createUnderstanding(
        aCity({
          projects: [
            aProject({ id: 'rechnung', title: { de: 'E-Rechnung: Eingang' }, keywords: ['E-Rechnung'] }),
            aProject({ id: 'zahlung', title: { de: 'Zahlung von Gebühren' }, keywords: ['Rechnung'] }),
          ],
        }),
      ),
    );
    expect(of('e rechnung fertig wann').question).toEqual({ intent: 'fact', project: 'rechnung', fields: ['end'] });
  });

  test('what is spent on an action field is a sum', () => {
    const of = reader(
      createUnderstanding(aCity({ actionFields: [{ id: 'netze', name: { de: 'Starke Netze' }, aliases: [] }] })),
    );
    expect(of('wie viel wird in starke netze investiert').question).toEqual({
      intent: 'aggregate',
      filters: { actionFields: ['netze'] },
      measure: 'investment',
      operation: 'sum',
    });
  });

  test('who decides is no matter of the decision', () => {
    expect(read('was muss der kreistag noch alles entscheiden').question).toEqual({
      intent: 'decisions',
      open: true,
      project: null,
      filters: {},
    });
  });
  test('what the tasks of a register cost is no matter of one project', () => {
    expect(read('wieviel kostet die pflege der daueraufgaben pro jahr').question).toMatchObject({
      filters: { registers: ['permanent'] },
    });
  });
});
