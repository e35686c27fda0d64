import { reader } from './city.js';

const read = reader();

describe('reports of weeks', () => {
  test.each([
    ['Welche Ampeln sind von KW 17 auf KW 18 umgesprungen?', '2026-W17', '2026-W18'],
    ['Bei welchen Projekten hat sich zwischen KW 15 und 18 der Status verändert?', '2026-W15', '2026-W18'],
    ['Which traffic lights changed from week 17 to week 19?', '2026-W17', '2026-W19'],
  ])('two weeks are set against each other: %s', (text, from, to) => {
    expect(read(text).question).toEqual({ intent: 'changes', since: null, filters: {}, weeks: { from, to } });
  });
  test.each([
    ['Bei welchen Projekten hat sich die Ampel letzte Woche gegenüber der Woche davor verändert?', 'W19', 'W20'],
    ['Was hat sich gegenüber der Woche davor in KW 18 geändert?', 'W17', 'W18'],
    ['Welche Ampeln haben sich in KW 18 im Vergleich zur Vorwoche verändert?', 'W17', 'W18'],
    ['Welche Ampeln haben sich von vorletzter auf letzte Woche geändert?', 'W19', 'W20'],
    ["Which projects' lights changed last week compared to the week before?", 'W19', 'W20'],
    ['What changed in week 18 compared with the previous week?', 'W17', 'W18'],
    ['Welche Ampeln haben sich gegenüber KW 19 geändert?', 'W19', 'W21'],
  ])('the second may be said by the first: %s', (text, from, to) => {
    const weeks = { from: `2026-${from}`, to: `2026-${to}` };
    expect(read(text)).toMatchObject({
      question: { intent: 'changes', since: null, filters: {}, weeks },
      unknownWords: [],
    });
    expect(read(text).question).not.toHaveProperty('turned');
  });
  test.each([
    ['Whose traffic light got worse in week 20 compared with week 19?', 'worse'],
    ['Welche Projekte sind in KW 20 schlechter als in KW 19?', 'worse'],
    ['Wo hat sich der Status in KW 20 gegenüber der Vorwoche verschlechtert?', 'worse'],
    ['Welche Ampeln sind letzte Woche gegenüber vorletzter Woche besser geworden?', 'better'],
    ['Which traffic lights improved in week 20 compared to the week before?', 'better'],
  ])('and only one direction asked: %s', (text, turned) => {
    const weeks = { from: '2026-W19', to: '2026-W20' };
    expect(read(text)).toMatchObject({
      question: { intent: 'changes', since: null, filters: {}, weeks, turned },
      unknownWords: [],
    });
  });
  test.each([
    ['Welche Projekte haben sich verschlechtert?', null, 'worse'],
    ['Welche Projekte haben sich seit letzter Woche verbessert?', '2026-05-11', 'better'],
    ['Welche Ampeln sind gegenüber der Vorwoche schlechter geworden?', '2026-05-11', 'worse'],
    ['Which projects are doing worse than last week?', '2026-05-11', 'worse'],
    ['Did any project get worse since week 18?', '2026-04-27', 'worse'],
    ['hat sich irgendwo die ampel verbessert', null, 'better'],
  ])('a direction since a day: %s', (text, since, turned) => {
    expect(read(text)).toMatchObject({
      question: { intent: 'changes', since, filters: {}, turned },
      unknownWords: [],
    });
  });
  test('both directions are every change', () => {
    const { question } = read('Welche Ampeln sind seit letzter Woche besser oder schlechter geworden?');
    expect(question).toEqual({ intent: 'changes', since: '2026-05-11', filters: {} });
  });
  test.each(['Which projects improve the climate?', 'Welche Projekte verbessern den Verkehr?'])(
    'what is bettered may be something else: %s',
    (text) => {
      expect(read(text).question.intent).toBe('list');
    },
  );
  test('one project is told how it changed, whichever way was supposed', () => {
    const { question } = read('Hat sich der Kita-Navigator in KW 20 gegenüber KW 19 verschlechtert?');
    expect(question).toEqual({
      intent: 'changes',
      since: null,
      filters: { projects: ['kita'] },
      weeks: { from: '2026-W19', to: '2026-W20' },
    });
  });
  test.each([
    ['Welche Ampelfarbe hatte der Kita-Navigator in KW 18?', '2026-04-27', '2026-05-03'],
    ['In KW 18, welche Farbe hatte da der Kita-Navigator?', '2026-04-27', '2026-05-03'],
    ['wie stand der kita-navigator in kw 18', '2026-04-27', '2026-05-03'],
    ['Wie sah es beim Kita-Navigator in KW 18 aus?', '2026-04-27', '2026-05-03'],
    ['Welchen Status hatte der Kita-Navigator vorletzte Woche?', '2026-05-04', '2026-05-10'],
    ['Which colour was the childcare navigator in week 18?', '2026-04-27', '2026-05-03'],
    ['How was the childcare navigator doing in week 18?', '2026-04-27', '2026-05-03'],
    ["What was the childcare navigator's traffic light in week 18?", '2026-04-27', '2026-05-03'],
  ])('how one project stood then: %s', (text, from, to) => {
    expect(read(text)).toMatchObject({
      question: { intent: 'history', project: 'kita', during: { from, to } },
      unknownWords: [],
    });
  });
  test.each([
    ['Wer hat für KW 19 keine Rückmeldung geliefert?', {}],
    ['Von welchen laufenden Vorhaben fehlt noch die Wochenmeldung für KW 19?', { registers: ['running'] }],
    ['Which projects did not submit a report in week 19?', {}],
  ])('a report is missing for one: %s', (text, filters) => {
    expect(read(text).question).toEqual({ intent: 'missingReports', filters, week: '2026-W19' });
  });
  test('"the last weeks" bound no history', () => {
    expect(read('How has the childcare navigator developed over the past weeks?').question).toEqual({
      intent: 'history',
      project: 'kita',
      during: null,
    });
  });
});
