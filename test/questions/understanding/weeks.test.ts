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
