/** Stands behind a filled-in text that ends as a sentence does, until it is known what our own words put there. */
const MARK = '\uE001';
const ENDED = /[.!?…]$/u;
const OUR_STOP = new RegExp(`${MARK}((?:\\*\\*)?)\\.(?!\\.)`, 'gu');

/** A text as a sentence: with a full stop, unless it ends with a stop of its own. */
export function sentence(text: string): string {
  return ENDED.test(text) ? text : `${text}.`;
}

/** Marks those of the texts to be filled in that bring a stop of their own; see `withoutSecondStop`. */
export function markStops<T>(args: Record<string, T>): Record<string, T | string> {
  const ended = Object.entries(args).filter(([, value]) => typeof value === 'string' && ENDED.test(value));
  if (ended.length === 0) return args;
  return { ...args, ...Object.fromEntries(ended.map(([name, value]) => [name, `${String(value)}${MARK}`])) };
}

/** A wording in which our full stop does not follow that of a person: "Mittel sind da.", not "Mittel sind da..". */
export function withoutSecondStop(wording: string): string {
  return wording.includes(MARK) ? wording.replace(OUR_STOP, '$1').replaceAll(MARK, '') : wording;
}
