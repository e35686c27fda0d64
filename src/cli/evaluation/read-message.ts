import type { Message } from '../../programme/messenger.js';

/** What of a card is not for reading. */
const UNREAD = new Set([
  'type',
  'id',
  '$schema',
  'version',
  'verb',
  'style',
  'size',
  'weight',
  'color',
  'spacing',
  'width',
  'horizontalAlignment',
  'data',
  'url',
  'iconUrl',
  'isVisible',
]);

/** Every text of a message that a person could read, its card included. */
export function readMessage(message: Message): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (value !== null && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) if (!UNREAD.has(name)) walk(inner);
    }
  };
  walk(message);
  return texts.join('\n');
}
