/** The store's partition that holds what was sent about an ISO week, `2026-W21`; retention removes it whole. */
export function outboxOf(week: string): string {
  return `outbox-${week}`;
}
