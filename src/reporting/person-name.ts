import type { Person } from '../programme/programme.js';

/**
 * The people meant by words: those whose name or id holds every word said ("Stellvertretung 63"); a full name beats a
 * part of one. Empty where nobody is meant, several where it is not plain.
 */
export function peopleNamed(people: readonly Person[], words: string): Person[] {
  const said = tokens(words);
  if (said.length === 0) return [];
  const exact = people.filter(({ name, id }) => [name, id].some((text) => tokens(text).join(' ') === said.join(' ')));
  if (exact.length > 0) return exact;
  return people.filter(({ name, id }) => {
    const own = [...tokens(name), ...tokens(id)];
    return said.every((word) => own.some((one) => one === word || (word.length > 3 && one.startsWith(word))));
  });
}

function tokens(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));
}

const TITLES = new Set(['herr', 'herrn', 'frau', 'dr', 'prof', 'mr', 'mrs', 'ms', 'die', 'der', 'the']);
