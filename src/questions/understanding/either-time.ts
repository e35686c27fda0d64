import { CALENDAR } from './calendar-words.js';
import { shift, unitSpan } from './days.js';
import { directionOf, point, type Point } from './period-place.js';
import { pointAt } from './period-points.js';
import type { Token } from './tokens.js';

/**
 * "Diese oder nächste Woche", "this month or next", "Mai oder Juni", "2026 oder 2027": one stretch, as long as no day lies
 * between the two.
 */
export function eitherTime(tokens: readonly Token[], at: number, today: string, past: boolean): Point | undefined {
  const joint = (place: number): boolean => CALENDAR.or.has(tokens[place]?.word ?? '');
  const direction = directionOf(tokens[at]?.word ?? '');
  if (direction !== undefined && joint(at + 1)) {
    const second = pointAt(tokens, articleSkipped(tokens, at + 2), today, past);
    const unit = CALENDAR.units.get(tokens[(second?.end ?? 0) - 1]?.word ?? '');
    return second && unit ? joined(point(unitSpan(unit, today, direction), at + 1), second) : undefined;
  }
  const first = pointAt(tokens, at, today, past);
  if (!first || !joint(first.end)) return undefined;
  const next = articleSkipped(tokens, first.end + 1);
  const second = pointAt(tokens, next, today, past, first.from);
  if (second) return joined(first, second);
  const unit = CALENDAR.units.get(tokens[first.end - 1]?.word ?? '');
  const onward = directionOf(tokens[next]?.word ?? '');
  return unit && onward !== undefined ? joined(first, point(unitSpan(unit, today, onward), next + 1)) : undefined;
}

/** Both as one, unless a day lies between them. */
function joined(first: Point, second: Point): Point | undefined {
  const [early, late] = first.from <= second.from ? [first, second] : [second, first];
  return late.from <= shift(early.to, 'day', 1)
    ? { ...second, from: early.from, to: late.to > early.to ? late.to : early.to }
    : undefined;
}

const articleSkipped = (tokens: readonly Token[], at: number): number =>
  /^(?:der|die|das|den|dem|the|in|im)$/.test(tokens[at]?.word ?? '') ? at + 1 : at;
