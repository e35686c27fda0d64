import { readRequest, request } from '../../src/digest/request.js';

const read = (text: string) => readRequest(text, '2026-05-18');

describe('a decision asked for in chat', () => {
  it.each([
    ['Entscheidung anfragen zu E-Akte: Zweites Los ausschreiben? bis 1.6.', 'Zweites Los ausschreiben?', '2026-06-01'],
    [
      'Entscheidung zur E-Akte anfragen: Mittel für 2027 freigeben bis zum 1. Juni',
      'Mittel für 2027 freigeben',
      '2026-06-01',
    ],
    ['Bitte eine Entscheidung einholen zur E-Akte', '', ''],
    ['Ask for a decision on the E-Akte: Second lot? by 1 June', 'Second lot?', '2026-06-01'],
    ['request a decision about E-Akte: Freigabe für Bürger', 'Freigabe für Bürger', ''],
  ])('%s', (said, text, by) => {
    expect(read(said)).toEqual({ subject: 'E-Akte', text, by });
  });

  it.each([
    'Welche Entscheidungen stehen aus?',
    'Was wurde zur E-Akte entschieden?',
    'E-Akte: gelb, Entscheidung nötig',
  ])('is not: %s', (said) => expect(read(said)).toBeNull());
});

describe('the question to the steering group', () => {
  const who = { by: 'office', now: new Date('2026-05-18T10:00:00Z'), today: '2026-05-18' };
  const typed = { form: 'f', project: 'akte', text: 'Weiter?', by: '2026-06-01' };
  it.each([
    [
      { text: ' ', by: '' },
      { text: 'textMissing', by: 'byMissing' },
    ],
    [{ text: 'x'.repeat(1001) }, { text: 'textTooLong' }],
    [{ by: '31.02.2026' }, { by: 'byInvalid' }],
    [{ by: '2026-05-17' }, { by: 'byPast' }],
    [{ text: { a: 1 } }, { text: 'textMissing' }],
  ])('%j is refused field by field', (change, faults) => {
    expect(request({ ...typed, ...change }, who)).toEqual({ ok: false, faults });
  });
  it('sent twice from one card is one', () => {
    const [first, second] = [request(typed, who), request({ ...typed, text: 'Oder?' }, who)];
    expect(first.ok && second.ok && first.event.id === second.event.id).toBe(true);
  });
});
