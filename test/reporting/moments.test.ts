import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCHEDULE } from '../../src/programme/schedule.js';
import { laterToday, momentsOf, openWeek } from '../../src/reporting/moments.js';

const BAVARIA = { timeZone: 'Europe/Berlin', holidays: 'DE-BY' };
const iso = (date: Date | null | undefined) => date?.toISOString() ?? null;

describe('the moments of a week', () => {
  it.each([
    // week, request, reminders, digest, escalation
    ['2026-W21', '2026-05-21T07:00', ['2026-05-22T07:00'], '2026-05-26T11:00', 'Whit Monday moves the digest'],
    [
      '2026-W20',
      '2026-05-13T07:00',
      ['2026-05-15T07:00', '2026-05-18T07:00'],
      '2026-05-18T11:00',
      'Ascension Day brings the request forward',
    ],
    [
      '2026-W14',
      '2026-04-02T07:00',
      ['2026-04-07T07:00'],
      '2026-04-07T11:00',
      'Good Friday and Easter Monday make one reminder of two',
    ],
    [
      '2026-W13',
      '2026-03-26T08:00',
      ['2026-03-27T08:00', '2026-03-30T07:00'],
      '2026-03-30T11:00',
      'summer time begins in between',
    ],
    [
      '2026-W43',
      '2026-10-22T07:00',
      ['2026-10-23T07:00', '2026-10-26T08:00'],
      '2026-10-26T12:00',
      'summer time ends in between',
    ],
    ['2026-W53', '2026-12-31T08:00', ['2027-01-04T08:00'], '2027-01-04T12:00', 'the year ends in between'],
  ])('%s: %s', (week, request, reminders, digest) => {
    const moments = momentsOf(week, DEFAULT_SCHEDULE, BAVARIA);
    expect(iso(moments.request)).toContain(request);
    // A reminder that a holiday moved to Tuesday is still before a digest that moved with it.
    expect(moments.reminders.map(iso)).toEqual(
      (week === '2026-W21' ? [...reminders, '2026-05-26T07:00'] : reminders).map((at) => `${at}:00.000Z`),
    );
    expect(iso(moments.digest)).toContain(digest);
  });

  it('have no escalation where the schedule has none', () => {
    expect(momentsOf('2026-W21', { ...DEFAULT_SCHEDULE, escalation: null }, BAVARIA).escalation).toBeNull();
  });

  it('tell deputy and office on the day after the digest', () => {
    expect(iso(momentsOf('2026-W22', DEFAULT_SCHEDULE, BAVARIA).escalation)).toBe('2026-06-02T07:00:00.000Z');
  });

  it.each([
    ['2026-W14', '2026-04-08', 'Easter'],
    ['2026-W21', '2026-05-27', 'Whitsun'],
  ])('of %s tell them on %s, the day after a digest that %s moved', (week, day) => {
    expect(iso(momentsOf(week, DEFAULT_SCHEDULE, BAVARIA).escalation)).toBe(`${day}T07:00:00.000Z`);
  });

  it('leave a weekend that was chosen on purpose alone', () => {
    const schedule = { ...DEFAULT_SCHEDULE, requests: { weekday: 6 as const, time: '10:00' } };
    expect(iso(momentsOf('2026-W22', schedule, BAVARIA).request)).toBe('2026-05-30T08:00:00.000Z');
  });
});

describe('the open week', () => {
  it.each([
    ['2026-06-01T10:59:59Z', '2026-W22', 'a minute before the digest'],
    ['2026-06-01T11:00:00Z', '2026-W23', 'at the digest'],
    ['2026-06-07T21:59:59Z', '2026-W23', 'the last second of Sunday'],
    ['2026-06-07T22:00:00Z', '2026-W23', 'Monday midnight: the week that has ended is still collected'],
    ['2026-05-25T12:00:00Z', '2026-W21', 'a holiday on which the digest does not go out'],
  ])('at %s is %s: %s', (at, week) => {
    expect(openWeek(new Date(at), DEFAULT_SCHEDULE, BAVARIA)).toBe(week);
  });
});

describe('what Lotse will write later today', () => {
  it.each([
    { at: '2026-06-11T05:00:00Z', later: '2026-06-11T07:00:00.000Z', why: 'the request' },
    { at: '2026-06-11T07:00:00Z', later: null, why: 'the request has gone out' },
    { at: '2026-06-16T05:00:00Z', later: '2026-06-16T07:00:00.000Z', why: 'the escalation' },
    { at: '2026-06-12T05:00:00Z', later: null, why: 'reminders pass over whoever was asked' },
    { at: '2026-05-13T05:00:00Z', later: '2026-05-13T07:00:00.000Z', why: 'a request that a holiday brought forward' },
    { at: '2026-06-10T23:00:00Z', later: '2026-06-11T07:00:00.000Z', why: 'the day is the programme’s' },
  ])('$why', ({ at, later }) => {
    expect(iso(laterToday(new Date(at), DEFAULT_SCHEDULE, BAVARIA))).toBe(later);
  });
});
