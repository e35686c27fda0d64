import { expect, it } from '@jest/globals';
import { readAsk } from '../../src/reporting/ask-text.js';

it.each([
  ['frag Handyparken nach einem Update', 'Handyparken'],
  ['Bitte um einen Stand zu Handyparken.', 'Handyparken'],
  ['Bitte frage nach dem aktuellen Stand von Handyparken', 'Handyparken'],
  ['hol einen Status zu „Handyparken“ ein', 'Handyparken'],
  ['Bitte das Projekt Handyparken um einen kurzen Zwischenstand', 'Handyparken'],
  ['ask for an update on Mobile parking', 'Mobile parking'],
  ['please ask the project Mobile parking for a status update', 'Mobile parking'],
])('%s', (said, subject) => {
  expect(readAsk(said)).toBe(subject);
});

it.each([
  'frag wieder nach Handyparken',
  'Handyparken nur noch alle zwei Wochen fragen',
  'Wie ist der Stand von Handyparken?',
  'status Handyparken',
])('is something else: %s', (said) => {
  expect(readAsk(said)).toBeNull();
});
