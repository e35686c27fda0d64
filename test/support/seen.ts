import type { Activity } from './connector.js';

const UNREAD = new Set(
  (
    'type id $schema version contentType verb style size weight color spacing width horizontalAlignment data channelData ' +
    'serviceUrl conversation from recipient replyToId url iconUrl locale isVisible textFormat attachmentLayout name ' +
    'channelId fallback errorMessage inputHint'
  ).split(' '),
);

/** Everything a person could read in these activities or cards, one text a line. */
export function readable(things: unknown): string {
  const lines: string[] = [];
  walk(things, (value, key) => {
    if (key !== null && UNREAD.has(key)) return false;
    if (typeof value === 'string') lines.push(value);
    return true;
  });
  return lines.join('\n');
}

/** All objects anywhere inside that pass. */
export function findAll(things: unknown, which: (candidate: Activity) => boolean): Activity[] {
  const hits: Activity[] = [];
  walk(things, (value) => {
    if (value && typeof value === 'object' && !Array.isArray(value) && which(value as Activity)) {
      hits.push(value as Activity);
    }
    return true;
  });
  return hits;
}
export const cardsIn = (things: unknown): Activity[] => findAll(things, (x) => x.type === 'AdaptiveCard');
export const inputsIn = (things: unknown): Activity[] => findAll(things, (x) => String(x.type).startsWith('Input.'));

/** The buttons of cards, without the fallbacks inside them. */
export function buttonsIn(things: unknown): Activity[] {
  const buttons: Activity[] = [];
  walk(things, (value, key) => {
    if (key === 'fallback') return false;
    if (value && typeof value === 'object' && String((value as Activity).type).startsWith('Action.')) {
      buttons.push(value as Activity);
    }
    return true;
  });
  return buttons;
}

/** The first button with this verb or title; throws and names those there are. */
export function button(things: unknown, verbOrTitle: string): Activity {
  const all = buttonsIn(things);
  const found = all.find(
    (one) => one.verb === verbOrTitle || one.title === verbOrTitle || one.data?.verb === verbOrTitle,
  );
  if (!found)
    throw new Error(`no button "${verbOrTitle}" among: ${all.map((one) => one.title ?? one.verb).join(', ')}`);
  return found;
}

function walk(value: unknown, visit: (value: unknown, key: string | null) => boolean, key: string | null = null): void {
  if (!visit(value, key)) return;
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (value && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) walk(inner, visit, name);
}
