import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startReporting, valuesOf, type Reporting } from './status-setup.js';

let at: Reporting;
beforeEach(async () => {
  at = await startReporting();
});
afterEach(() => at.bot.close());

const SENTENCE = 'Glasfasernetz steht auf rot weil der Lieferant ausfällt';

it('a plain sentence with a reason opens its lead the form, filled with it', async () => {
  const form = await at.bot.person({ is: 'three' }).say(SENTENCE);
  expect(Object.values(valuesOf(form))).toEqual(expect.arrayContaining(['red', 'Der Lieferant ausfällt']));
  expect(at.reportsOf('a')).toEqual([]);
});

it('whoever may not report is told of the project instead', async () => {
  const answer = await at.bot.person({ is: 'nobody' }).say(SENTENCE);
  expect(answer.text).toContain('Glasfasernetz');
  expect(Object.values(valuesOf(answer))).not.toContain('red');
});
