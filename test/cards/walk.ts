type Node = Record<string, unknown>;

/** Every element or action of a type in a card, in reading order; fallbacks and cards within cards included. */
export function everything(card: unknown, type: string): Node[] {
  if (Array.isArray(card)) return card.flatMap((each) => everything(each, type));
  if (!card || typeof card !== 'object') return [];
  const node = card as Node;
  return [...(node.type === type ? [node] : []), ...Object.values(node).flatMap((each) => everything(each, type))];
}
