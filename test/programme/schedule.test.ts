import { DEFAULT_SCHEDULE, formatMoment, parseMoment } from '../../src/programme/schedule.js';

it.each([
  ['Thu 09:00', { weekday: 4, time: '09:00' }],
  ['Donnerstag 9:05', { weekday: 4, time: '09:05' }],
  ['Do. 09:00', { weekday: 4, time: '09:00' }],
  ['  sunday, 23:59 ', { weekday: 7, time: '23:59' }],
  ['Mo 00:00', { weekday: 1, time: '00:00' }],
])('reads %s', (text, moment) => {
  expect(parseMoment(text)).toEqual(moment);
});

it.each(['', 'Thu', '09:00', 'Thu 24:00', 'Thu 09:60', 'Thu 9', 'Foo 09:00', 'Thu 09:00 Uhr', '4 09:00'])(
  'refuses "%s"',
  (text) => {
    expect(parseMoment(text)).toBeNull();
  },
);

it('writes moments as it reads them', () => {
  for (const moment of [DEFAULT_SCHEDULE.requests, DEFAULT_SCHEDULE.digest, ...DEFAULT_SCHEDULE.reminders]) {
    expect(parseMoment(formatMoment(moment))).toEqual(moment);
  }
});
