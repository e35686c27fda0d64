/** Buttons that work in a dialog, too: they ask, and the dialog shows the answer. */
const ASKS = ['question.ask', 'question.page', 'question.choose'];

/**
 * A card's parts as dialogs take them: they know no Action.Execute, so buttons that ask become an Action.Submit with the
 * same data, and those that would act in the conversation are left out, forms behind buttons among them.
 */
export function inDialog<T>(part: T): T {
  return walk(part) as T;
}

function walk(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(walk).filter((each) => each !== undefined);
  if (!value || typeof value !== 'object') return value;
  const node = value as Record<string, unknown>;
  if (node.type === 'Action.Execute') return ASKS.includes(String(node.verb)) ? node.fallback : undefined;
  if (node.type === 'Action.ShowCard') return undefined;
  if (typeof node.type === 'string' && node.type.startsWith('Action.')) return node;
  const left = Object.fromEntries(
    Object.entries(node)
      .map(([key, inner]) => [key, walk(inner)])
      .filter(([, inner]) => inner !== undefined),
  );
  return node.type === 'ActionSet' && (left.actions as unknown[] | undefined)?.length === 0 ? undefined : left;
}
