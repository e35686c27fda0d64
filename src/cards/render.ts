import { Template } from 'adaptivecards-templating';

/** Stands for `$` in front of `{` inside data while a card is expanded, so that texts of people are never taken for expressions. */
const SHIELD = '\uE000';
const compiled = new WeakMap<object, Template>();
/** Deep-frozen parts of cards in which there was nothing to change; buttons that stand on many cards are looked at once. */
const unchanged = { shield: new WeakSet<object>(), unshield: new WeakSet<object>() };

/**
 * Fills a card template (Adaptive Cards templating) with plain data. Nulls and undefined become empty strings; `${` in
 * data stays text. Whole actions among the data keep their nulls: what they carry comes back as it was. Throws when the
 * template names a value the data does not have. The card may share parts with the data: neither is to be changed
 * afterwards.
 */
export function render(template: object, data: object): object {
  let ready = compiled.get(template);
  if (!ready) compiled.set(template, (ready = new Template(template)));
  const shielded = mapTexts(data, shield, unchanged.shield);
  return mapTexts(ready.expand({ $root: shielded }), unshield, unchanged.unshield) as object;
}

function shield(text: string): string {
  return text.includes('${') ? text.replaceAll('${', `${SHIELD}{`) : text;
}

function unshield(text: string): string {
  const left = text.indexOf('${');
  if (left >= 0) throw new Error(`card template: no value for ${text.slice(left, left + 40)}`);
  return text.includes(SHIELD) ? text.replaceAll(SHIELD, '$') : text;
}

/**
 * The value with every text changed and every missing value empty (but not in actions); parts in which nothing changes
 * stay the same objects.
 */
function mapTexts(
  value: unknown,
  change: (text: string) => string,
  clean: WeakSet<object>,
  keepNulls = false,
): unknown {
  if (typeof value === 'string') return change(value);
  if (value === null || value === undefined) return keepNulls ? value : '';
  if (typeof value !== 'object' || clean.has(value)) return value;
  let copy: Record<string, unknown> | undefined;
  const parts = value as Record<string, unknown>;
  const within = keepNulls || isAction(parts);
  for (const key in parts) {
    const part = parts[key];
    const changed = mapTexts(part, change, clean, within);
    if (changed === part) continue;
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...parts }) as Record<string, unknown>;
    copy[key] = changed;
  }
  if (!copy && Object.isFrozen(value)) clean.add(value);
  return copy ?? value;
}

function isAction({ type }: Record<string, unknown>): boolean {
  return typeof type === 'string' && type.startsWith('Action.');
}
