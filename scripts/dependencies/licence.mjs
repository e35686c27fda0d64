import { PERMISSIVE } from './rules.mjs';

/** What is wrong with the licence of a package, by its package.json; null when it may go to production. */
export function licenceProblem({ license, licenses }) {
  const stated = [license ?? licenses ?? []].flat().map((one) => (typeof one === 'string' ? one : one.type));
  if (stated.length === 0) return 'states no licence; read the package and add it to LICENCE_EXCEPTIONS';
  return stated.some(permits) ? null : `its licence is ${stated.join(', ')}`;
}

/** Of licences joined by OR one must fit, of those joined by AND all (SPDX; nested terms do not occur and do not pass). */
function permits(expression) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => PERMISSIVE.has(one.trim())));
}
