import { describe, expect, it } from '@jest/globals';
import type { Typed } from '../../src/reporting/fields.js';
import { validateReport } from '../../src/reporting/validate.js';
import { aReport } from '../builders.js';

const TODAY = '2026-05-21';
const faultsOf = (typed: Typed, previous?: ReturnType<typeof aReport>) => {
  const checked = validateReport(typed, previous, TODAY);
  return checked.ok ? [] : checked.faults.map(({ field, code }) => `${field}:${code}`);
};

describe('a report is refused field by field', () => {
  it.each<[string, Typed, string[]]>([
    ['nothing filled in', {}, ['health:healthMissing']],
    ['health empty', { health: '' }, ['health:healthMissing']],
    ['health of another kind', { health: 'blue' }, ['health:healthUnknown']],
    ['health no text', { health: { $ne: 1 } }, ['health:healthUnknown']],
    ['progress above 100', { health: 'green', progress: 101 }, ['progress:progressRange']],
    ['progress below 0', { health: 'green', progress: '-1' }, ['progress:progressRange']],
    ['progress with a fraction', { health: 'green', progress: 45.5 }, ['progress:progressWhole']],
    ['progress in words', { health: 'green', progress: 'viel' }, ['progress:progressWhole']],
    ['progress as a list', { health: 'green', progress: [40] }, ['progress:progressWhole']],
    ['progress beyond all numbers', { health: 'green', progress: '1e400' }, ['progress:progressWhole']],
    ['amber without a reason', { health: 'amber' }, ['risk:reasonMissing']],
    ['red with blanks as a reason', { health: 'red', summary: '  \n ' }, ['risk:reasonMissing']],
    ['a decision without a day', { health: 'green', decision: 'Weiter?' }, ['decisionBy:decisionByMissing']],
    [
      'a day that does not exist',
      { health: 'green', decision: 'W?', decisionBy: '2026-02-30' },
      ['decisionBy:decisionByInvalid'],
    ],
    [
      'a day that is past',
      { health: 'green', decision: 'W?', decisionBy: '2026-05-20' },
      ['decisionBy:decisionByPast'],
    ],
    ['a day without a decision', { health: 'green', decisionBy: '2026-06-01' }, ['decision:decisionMissing']],
    ['a text too long', { health: 'green', summary: 'ä'.repeat(2001) }, ['summary:tooLong']],
    ['a text that is none', { health: 'green', risk: { a: 1 } }, ['risk:wrongType']],
    [
      'several faults at once, all of them',
      { health: 'purple', progress: 400, decision: 'W?', decisionBy: 'morgen' },
      ['health:healthUnknown', 'progress:progressRange', 'decisionBy:decisionByInvalid'],
    ],
  ])('%s', (_, typed, faults) => {
    expect(faultsOf(typed).sort()).toEqual(faults.sort());
  });
});

describe('a report is taken as it was meant', () => {
  it.each<[string, Typed, object]>([
    ['green alone', { health: 'green' }, { health: 'green', progress: null, summary: '', decision: null }],
    ['progress as text', { health: 'green', progress: '45' }, { progress: 45 }],
    ['progress with a sign', { health: 'green', progress: '45 %' }, { progress: 45 }],
    ['zero is a progress', { health: 'green', progress: 0 }, { progress: 0 }],
    ['empty progress is not stated', { health: 'green', progress: '' }, { progress: null }],
    ['amber with a risk', { health: 'amber', risk: 'Verzug' }, { risk: 'Verzug' }],
    ['red with a summary', { health: 'red', summary: 'Steht still' }, { summary: 'Steht still' }],
    ['texts without control characters', { health: 'green', summary: ' a\u0000\r\nb\u0007 ' }, { summary: 'a\nb' }],
    ['Markdown and templates as text', { health: 'green', summary: '**x** ${y}' }, { summary: '**x** ${y}' }],
    [
      'a decision for today',
      { health: 'green', decision: 'W?', decisionBy: TODAY },
      { decision: { text: 'W?', by: TODAY } },
    ],
    [
      'a day as typed by hand',
      { health: 'green', decision: 'W?', decisionBy: '1.6.2026' },
      { decision: { by: '2026-06-01' } },
    ],
    ['no office note', { health: 'green', officeNote: '' }, { officeNote: null }],
  ])('%s', (_, typed, expected) => {
    expect(validateReport(typed, undefined, TODAY)).toMatchObject({ ok: true, draft: expected });
  });

  it('a wish that was already there may have a day that is past by now', () => {
    const previous = aReport({ decision: { text: 'Weiter?', by: '2026-05-01' } });
    expect(faultsOf({ health: 'green', decision: 'Weiter?', decisionBy: '2026-05-01' }, previous)).toEqual([]);
    expect(faultsOf({ health: 'green', decision: 'Anders?', decisionBy: '2026-05-01' }, previous)).toEqual([
      'decisionBy:decisionByPast',
    ]);
  });

  it.each<[string, 'green' | 'amber', Typed, string[]]>([
    ['red with the summary of last time', 'green', { health: 'red', summary: ' Läuft ' }, ['risk:reasonRepeated']],
    ['still amber with that summary', 'amber', { health: 'amber', summary: 'Läuft' }, ['risk:reasonRepeated']],
    ['red with another summary', 'green', { health: 'red', summary: 'Steht' }, []],
    ['red with a risk', 'green', { health: 'red', summary: 'Läuft', risk: 'Verzug' }, []],
    ['green with the summary of last time', 'amber', { health: 'green', summary: 'Läuft' }, []],
  ])('%s', (_, health, typed, faults) => {
    expect(faultsOf(typed, aReport({ health, summary: 'Läuft', risk: '' }))).toEqual(faults);
  });

  it('a reason that was given stands when nothing is changed or something else is corrected', () => {
    const amber = aReport({ health: 'amber', summary: 'Steht still', risk: '' });
    const typed = { health: 'amber', summary: 'Steht still' };
    expect(validateReport(typed, amber, TODAY, true)).toMatchObject({ ok: true });
    expect(validateReport(typed, { ...amber, health: 'green' }, TODAY, true)).toMatchObject({ ok: false });
  });

  it('a day left over from a wish that was deleted means nothing', () => {
    const previous = aReport({ decision: { text: 'Weiter?', by: '2026-06-01' } });
    expect(validateReport({ health: 'green', decision: '', decisionBy: '2026-06-01' }, previous, TODAY)).toMatchObject({
      draft: { decision: null },
    });
  });
});
