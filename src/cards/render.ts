import { Template } from 'adaptivecards-templating';

/** Stands for `$` in front of `{` inside data while a card is expanded, so that texts of people are never taken for expressions. */
const SHIELD = '\uE000';
const compiled = new WeakMap<object, Template>();

/**
 * Fills a card template (Adaptive Cards templating) with plain data. Nulls and undefined become empty strings; `${` in
 * data stays text. Throws when the template names a value the data does not have.
 */
export function render(template: object, data: object): object {
  let ready = compiled.get(template);
  if (!ready) compiled.set(template, (ready = new Template(template)));
  const card: unknown = ready.expand({ $root: shield(data) });
  const left = JSON.stringify(card).match(/\$\{[^}]*\}?/);
  if (left) throw new Error(`card template: no value for ${left[0]}`);
  return unshield(card) as object;
}

function shield(value: unknown): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.includes('${') ? value.replaceAll('${', `${SHIELD}{`) : value;
  if (Array.isArray(value)) return value.map(shield);
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shield(inner)]));
  return value;
}

function unshield(value: unknown): unknown {
  if (typeof value === 'string') return value.includes(SHIELD) ? value.replaceAll(SHIELD, '$') : value;
  if (Array.isArray(value)) return value.map(unshield);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unshield(inner)]));
  }
  return value;
}
