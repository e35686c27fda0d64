import type { Programme } from '../../programme/programme.js';
import { wordings } from '../../programme/text.js';
import type { Expectation } from './question-set.js';

const NEGATIVE =
  /\b(kein|keine|keinen|keiner|keines|keinem|nichts|nicht|no|none|not|nothing|nobody|didn't|doesn't|don't|couldn't|isn't|aren't)\b/;

/**
 * What is wrong with a reply, as a reader sees it; empty when it is right. A project counts as named when its title
 * stands in the reply in either language.
 */
export function judge(expect: Expectation, reply: string, programme: Programme): string[] {
  const text = fold(reply);
  if (text.trim() === '') return ['no reply'];
  const named = projectsNamed(text, programme);
  return [...wrongProjects(expect, named), ...wrongWords(expect, text)];
}

function wrongProjects(expect: Expectation, named: ReadonlySet<string>): string[] {
  const { must = [], may = [] } = expect;
  const missing = must.filter((id) => !named.has(id)).map((id) => `missing ${id}`);
  // Where only facts are asked for, it does not matter which projects stand around them.
  const onlyFacts = expect.facts !== undefined && !expect.must && !expect.may;
  if (may === 'any' || onlyFacts) return missing;
  const wrong = [...named].filter((id) => !must.includes(id) && !may.includes(id));
  return [...missing, ...wrong.map((id) => `wrongly named ${id}`)];
}

function wrongWords({ count, facts = [], none, clarify = [] }: Expectation, text: string): string[] {
  const faults: string[] = [];
  if (count !== undefined && !new RegExp(`(^|[^0-9.,])${count}([^0-9]|$)`).test(text)) {
    faults.push(`count ${count} not said`);
  }
  for (const alternatives of facts) {
    if (!alternatives.some((fact) => ` ${text} `.includes(fold(fact)))) faults.push(`fact missing: ${alternatives[0]}`);
  }
  if (none && !NEGATIVE.test(text)) faults.push('does not say that nothing matches');
  for (const option of clarify) if (!text.includes(fold(option))) faults.push(`does not offer ${option}`);
  if (clarify.length > 0 && !text.includes('?')) faults.push('asks nothing back');
  return faults;
}

/** Longer titles first, so that one that stands inside another is not counted for it. */
function projectsNamed(text: string, programme: Programme): Set<string> {
  const titles = programme.projects
    .flatMap(({ id, title }) => wordings(title).map((wording) => ({ id, title: fold(wording) })))
    .sort((one, other) => other.title.length - one.title.length);
  const named = new Set<string>();
  let rest = text;
  for (const { id, title } of titles) {
    if (!rest.includes(title)) continue;
    named.add(id);
    rest = rest.replaceAll(title, ' § ');
  }
  return named;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[*_`\\]/g, '')
    .replace(/\s+/g, ' ');
}
