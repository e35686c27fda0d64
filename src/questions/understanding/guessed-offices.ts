import { isKnown } from './correct.js';
import { isContent, LIGHT } from './lexicon.js';
import { kindEnding } from './organisation-names.js';
import { isWherePeopleWork } from './our-office.js';
import { said, sameClause, type Thing } from './sentence.js';
import type { Surroundings } from './surroundings.js';
import type { Token } from './tokens.js';

/** "The building department", "our town planning office": where the words before the noun begin, or null if there are none. */
function matterBefore(tokens: readonly Token[], at: number, taken: (place: number) => boolean): number | null {
  let from = at;
  while (from > 0 && at - from < 3 && isContent(tokens[from - 1]?.word ?? '') && !taken(from - 1)) from--;
  return from < at && /^(?:the|our|your)$/.test(tokens[from - 1]?.word ?? '') ? from : null;
}

/** "Dezernat für Soziales", "Klimaschutzamt": no such name, but one organisation is for just that. */
export function guessedOffices(
  { lexis, tokens, marks, projects, lang }: Surroundings,
  things: readonly Thing[],
): Thing[] {
  const found: Thing[] = [];
  const taken = (at: number) => things.some(within(at)) || projects.some(within(at));
  for (const [at, token] of tokens.entries()) {
    if (found.some((thing) => at < thing.to)) continue;
    // Where people work is an office, though projects have the same word among their keywords.
    const mayBe =
      !things.some(within(at)) && !projects.some((project) => project.via !== 'keyword' && within(at)(project));
    const own = mayBe && (isContent(token.word) || isAbbreviated(token)) && isWherePeopleWork(tokens, marks, at);
    const [ours, another] = own ? lexis.organisations.byMatter('department', [token.word]) : [];
    if (ours !== undefined && another === undefined) {
      found.push({ noun: 'department', ids: [ours], from: at, to: at + 1, via: 'guess', said: token.raw });
      continue;
    }
    if (taken(at)) continue;
    const compound =
      /^(\p{L}{3,})(amt|amter|amts|amtes|dezernat|dezernats|referat|referats|ressort|abteilung|abteilungen)$/u.exec(
        token.word,
      );
    const ofDivision = kindEnding(lexis.words.division, tokens, at);
    const ofDepartment = kindEnding(lexis.words.department, tokens, at);
    const noun = compound
      ? lexis.words.division.has(compound[2] ?? '')
        ? 'division'
        : 'department'
      : ofDivision > 0
        ? 'division'
        : ofDepartment > 0
          ? 'department'
          : undefined;
    if (!noun) continue;
    const start = at - Math.max(0, ofDivision - 1, ofDepartment - 1);
    const before = compound || lang !== 'en' ? null : matterBefore(tokens, start, taken);
    if (before !== null) {
      const words = tokens.slice(before, start).map((each) => each.word);
      const share = (id: string) =>
        words.filter((word) => lexis.organisations.byMatter(noun, [word]).includes(id)).length / words.length;
      const ids = lexis.organisations.byMatter(noun, words).filter((id) => share(id) > 0.5);
      // "The building department": whether the city has one or not, no topic is meant.
      if (ids.length <= 4)
        found.push({ noun, ids, from: before, to: at + 1, via: 'guess', said: said(tokens, before, at + 1) });
      continue;
    }
    let to = at + 1;
    if (!compound) {
      while (
        to < tokens.length &&
        to <= at + 6 &&
        sameClause(tokens, at, to) &&
        !marks.some((mark) => mark.from === to && /^(?:relation|field|register|noun)/.test(mark.value)) &&
        !taken(to)
      )
        to++;
      while (to > at + 1 && !mayBeMatter(tokens[to - 1])) to--;
      if (
        to === at + 1 ||
        /^(?:mein|unser|welch|alle|jede|my|our|which|all|this|that|dies)/.test(tokens[at - 1]?.word ?? '')
      )
        continue;
    }
    const words = compound
      ? [compound[1] ?? '']
      : tokens
          .slice(at + 1, to)
          .filter(mayBeMatter)
          .map((each) => each.word);
    const ids = lexis.organisations.byMatter(noun, words);
    if (ids.length > 0 && ids.length <= 4)
      found.push({ noun, ids, from: at, to, via: 'guess', said: said(tokens, at, to) });
    else if (compound ? !isKnown(lexis, token.word) : ids.length === 0 && isNamedFor(tokens, at))
      found.push({ noun, ids: [], from: at, to, via: 'guess', said: said(tokens, at, to) });
  }
  return found;
}

const within =
  (at: number) =>
  ({ from, to }: { from: number; to: number }): boolean =>
    at >= from && at < to;
const isAbbreviated = (token: Token): boolean => /^\p{Lu}{2,}$/u.test(token.raw);
/** What an office may be for: words that fill other sentences are a matter here ("Fachbereich IT", "Amt für Digitalisierung"). */
const mayBeMatter = (token: Token | undefined): boolean =>
  token !== undefined && (isContent(token.word) || !LIGHT.has(token.word) || isAbbreviated(token));

/** "Amt für Wirtschaft": so offices are called, whether the city has this one or not. */
const isNamedFor = (tokens: readonly Token[], at: number): boolean =>
  /^(?:fur|for)$/.test(tokens[at + 1]?.word ?? '') && isContent(tokens[at + 2]?.word ?? '');
