import { describe, expect, test } from '@jest/globals';
import { occasionsAt } from '../../src/jobs/due.js';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';

const berlin = { timeZone: 'Europe/Berlin', holidays: 'DE-BY' };
const due = (now: string, place = berlin) =>
  occasionsAt(new Date(now), DEFAULT_SCHEDULE, place)
    .filter(({ job }) => job !== 'retention')
    .map(({ id }) => id);

describe('what is due', () => {
  test.each([
    ['Wednesday at nine: only what may have been missed', '2026-05-20T07:00:00Z', ['digest:2026-W20']],
    ['Thursday, a minute before nine', '2026-05-21T06:59:00Z', ['digest:2026-W20']],
    ['Thursday at nine', '2026-05-21T07:00:00Z', ['digest:2026-W20', 'status-requests:2026-W21']],
    ['Friday at nine', '2026-05-22T07:00:00Z', ['status-requests:2026-W21', 'reminders:2026-W21:1']],
    ['Monday at one', '2026-05-18T11:00:00Z', ['reminders:2026-W20:2', 'digest:2026-W20']],
    ['Whit Monday at one: nothing', '2026-05-25T11:00:00Z', []],
    // The nudge of the holiday waits for Tuesday, the digest too.
    ['Tuesday after Whit Monday', '2026-05-26T11:00:00Z', ['reminders:2026-W21:2', 'digest:2026-W21']],
  ])('%s', (_, now, expected) => {
    expect(due(now)).toEqual(expected);
  });

  test.each([
    // Clocks go forward on Sunday 29 March and back on Sunday 25 October 2026.
    ['winter', '2026-03-23T12:00:00Z', '2026-W12'],
    ['summer', '2026-03-30T11:00:00Z', '2026-W13'],
    ['summer', '2026-10-19T11:00:00Z', '2026-W42'],
    ['winter', '2026-10-26T12:00:00Z', '2026-W43'],
  ])('the hour is the programme’s, in %s (%s)', (_, now, week) => {
    expect(due(now)).toContain(`digest:${week}`);
    expect(due(new Date(Date.parse(now) - 1000).toISOString())).not.toContain(`digest:${week}`);
  });

  test.each([
    [120, '2026-05-18T09:00:00Z'],
    [24 * 60, '2026-05-17T11:00:00Z'],
  ])('the office sees the digest %i minutes before it goes out', (previewMinutes, now) => {
    const previews = (instant: Date) =>
      occasionsAt(instant, { ...DEFAULT_SCHEDULE, previewMinutes }, berlin).filter(({ job }) => job === 'preview');
    expect(previews(new Date(now)).map(({ id }) => id)).toEqual(['preview:2026-W20']);
    expect(previews(new Date(Date.parse(now) - 1000))).toEqual([]);
  });

  test.each([0, null])('and not at all where it wants none (%s)', (previewMinutes) => {
    const before = new Date('2026-05-18T10:30:00Z');
    const found = occasionsAt(before, { ...DEFAULT_SCHEDULE, previewMinutes }, berlin);
    expect(found.filter(({ job }) => job === 'preview')).toEqual([]);
  });

  test('the zone decides, not the machine', () => {
    expect(due('2026-05-18T17:00:00Z', { timeZone: 'America/New_York', holidays: 'US' })).toContain('digest:2026-W20');
    expect(due('2026-05-18T16:59:00Z', { timeZone: 'America/New_York', holidays: 'US' })).not.toContain(
      'digest:2026-W20',
    );
  });
});

describe('what was missed', () => {
  test.each([
    ['a digest, in the evening: not at night', '2026-05-18T19:30:00Z', 'digest:2026-W20', false],
    ['a digest, the next morning', '2026-05-19T05:30:00Z', 'digest:2026-W20', true],
    ['a digest, on Thursday before noon', '2026-05-21T10:00:00Z', 'digest:2026-W20', true],
    ['a digest, on Thursday afternoon: too late', '2026-05-21T11:00:01Z', 'digest:2026-W20', false],
    ['a request, the next day', '2026-05-22T08:00:00Z', 'status-requests:2026-W21', true],
    ['a request, at the weekend: people are off', '2026-05-23T08:00:00Z', 'status-requests:2026-W21', false],
    ['a nudge, the same day', '2026-05-22T14:00:00Z', 'reminders:2026-W21:1', true],
    ['a nudge, the next working day: the next one comes anyway', '2026-05-26T06:00:00Z', 'reminders:2026-W21:1', false],
  ])('%s', (_, now, id, expected) => {
    expect(due(now).includes(id)).toBe(expected);
  });
});
