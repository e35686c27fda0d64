/**
 * What every card needs and no designer should have to write: an Action.Submit with the same data behind each
 * Action.Execute, no `value` on inputs that have none, and
 * numbers as numbers (number and date inputs take no other text).
 */
export function finish(card: object): object {
  return walk(card) as object;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk);
  if (!value || typeof value !== 'object') return value;
  const node = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  if (node.type === 'Action.Execute') return withFallback(node);
  return String(node.type).startsWith('Input.') ? withRightValue(node) : node;
}

function withRightValue(input: Record<string, unknown>): object {
  const { value, ...rest } = input;
  if (value === '' || value === undefined) return rest;
  if (input.type !== 'Input.Number') return input;
  const number = Number(value);
  return Number.isFinite(number) ? { ...rest, value: number } : rest;
}

function withFallback(action: Record<string, unknown>): object {
  const { verb, fallback, ...rest } = action;
  const data = { ...(action.data as object | undefined), verb };
  return { ...action, data, fallback: fallback ?? { ...rest, type: 'Action.Submit', data } };
}
