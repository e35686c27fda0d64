const ROMAN = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/;
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The value of a roman numeral up to XXXIX in any case, undefined if it is none. */
export function arabic(numeral: string): number | undefined {
  const text = numeral.toLowerCase();
  if (!ROMAN.test(text)) return undefined;
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const value = VALUES[text.charAt(at)] ?? 0;
    sum += value < (VALUES[text.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
