/**
 * The keys under which the outbox claims what a person is asked, so that it goes out once, and by which is looked up
 * whether somebody was asked already. Weeks are ISO weeks, `2026-W21`, days `YYYY-MM-DD`, rounds count from one.
 */
export const requestKey = (week: string, person: string): string => `request:${week}:${person}`;
export const reminderKey = (week: string, round: number, person: string): string =>
  `reminder:${week}:${round}:${person}`;
export const escalationKey = (week: string, person: string): string => `escalation:${week}:${person}`;
export const askKey = (day: string, person: string): string => `ask:${day}:${person}`;
