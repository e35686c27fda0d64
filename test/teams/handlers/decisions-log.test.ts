import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startRunning, type Running } from '../../jobs/setup.js';

let at: Running;
beforeEach(async () => {
  at = await startRunning();
  await at.report({ project: 'akte', week: '2026-W20', decision: { text: 'Weiterbauen?', by: '2026-05-29' } });
});
afterEach(() => at.bot.close());

describe('the log of decisions in chat', () => {
  test.each(['chair', 'office'])('is handed to %s as a table', async (is) => {
    const answer = await at.bot.person({ is }).say('Beschlussliste');
    expect(answer.messages).toHaveLength(2);
    expect(answer.text).toContain('akte;Vorhaben akte;Weiterbauen?;2026-05-14;2026-05-29;offen;');
  });
  test('is refused to others, with the way to a single one', async () => {
    const answer = await at.bot.person({ is: 'lead' }).say('Beschlussprotokoll');
    expect(answer.messages).toHaveLength(1);
    expect(answer.text).toContain('Lenkungskreis und Programmbüro');
  });
});
