import { isEverydayWord } from './everyday.js';
import { isContent } from './lexicon.js';
import { isOrganisation, said, type Mark, type Thing } from './sentence.js';
import type { Surroundings } from './surroundings.js';
import type { Token } from './tokens.js';
import { findNaming } from './topic-units.js';

/** "Does it affect the fire brigade?": another word for what a department is called, and for nothing else. */
export function byOtherWord({ lexis, tokens, marks, projects, lang }: Surroundings, things: readonly Thing[]): Thing[] {
  const relations = new Set(marks.flatMap(({ value }) => (/^relation\.(?:affects|leads)$/.test(value) ? [value] : [])));
  // "Does the personnel office lead any that touch the treasury?": each of the verbs has its office.
  if (relations.size <= things.filter(isOrganisation).length) return [];
  // "Betrifft es auch die Bücherei?": the project is what was talked about, so that the noun is an office.
  const office = marks.some((mark) => mark.value === 'relation.leads' || mark.value.startsWith('own.'));
  const alreadySaid = marks.some(
    (mark) => /^pronoun\./.test(mark.value) && /^(?:es|it|das|this|that)$/.test(tokens[mark.from]?.word ?? ''),
  );
  const taken = (at: number) =>
    [...things, ...projects.filter((each) => !(alreadySaid || office) || each.via !== 'keyword')].some(
      (each) => at >= each.from && at < each.to,
    );
  for (let length = 3; length >= 1; length--) {
    for (let at = 0; at + length <= tokens.length; at++) {
      const slice = tokens.slice(at, at + length);
      if (
        slice.every(({ word }) => !isContent(word)) ||
        slice.some(
          (token, offset) =>
            taken(at + offset) ||
            marks.some((mark) => mark.from === at + offset && (/^relation/.test(mark.value) || isKind(mark))),
        )
      )
        continue;
      const key = slice.map((token) => token.stem).join(' ');
      const article = /^(?:die|der|das|den|the|our|unsere)$/.test(tokens[at - 1]?.word ?? '');
      const byPart =
        article && (alreadySaid || office || projects.some((each) => each.to <= at || each.from >= at + length))
          ? lexis.organisations.byPart(key)
          : [];
      const isPronoun = isEverydayWord({ tokens, marks, english: lang === 'en' }, { from: at, to: at + length });
      const ids = byPart.length > 0 || isPronoun ? byPart : lexis.organisations.byNotion(key);
      const isMatter =
        byPart.length === 0 &&
        length === 1 &&
        findNaming(lexis.topics, key) &&
        !(office && article && key.length <= 3) &&
        !/^(?:the|by|von|vom)$/.test(tokens[at - 1]?.word ?? '');
      if (ids.length === 1 && !isMatter && !lexis.names.has(key)) {
        return [
          { noun: 'department', ids, from: at, to: at + length, via: 'guess', said: said(tokens, at, at + length) },
        ];
      }
    }
  }
  return [];
}

/** "Business area": one of its words is no name of an office. */
const isKind = ({ value, from, to }: Mark): boolean => /^noun\.(?:department|division)$/.test(value) && to - from > 1;

/** A number alone is a department where the sentence speaks of departments: "| Amt | … | 52 |", "betreffen 51". */
export function bareNumbers({ lexis, tokens, marks }: Surroundings, things: readonly Thing[]): Thing[] {
  const organised = marks.some((mark) => /^relation\.(?:affects|leads)$|^noun\.department$/.test(mark.value));
  if (things.some((thing) => thing.noun === 'department')) return [];
  return tokens.flatMap((token, at) => {
    if (!organised && !isCalledByNumber(tokens, at) && !ownsProjects(tokens, marks, at)) return [];
    const match = lexis.organisations.bare(token, at);
    const measured =
      /[€%]/.test(token.after) ||
      /^(?:euro|prozent|tage|personentage|projekte|million|mio|monate|wochen|jahre|percent|days|projects)/.test(
        tokens[at + 1]?.word ?? '',
      );
    return match && !measured ? [{ ...match, via: 'number' as const, said: token.raw }] : [];
  });
}

/** "Die laufenden Projekte von 1.4", "projects of 51". */
const ownsProjects = (tokens: readonly Token[], marks: readonly Mark[], at: number): boolean =>
  /^(?:von|of)$/.test(tokens[at - 1]?.word ?? '') &&
  marks.some(({ value, to }) => value === 'noun.projects' && to === at - 1);

/** "Wie viele Vorhaben hat die 51?", "was macht die 17": colleagues call an office by its number alone. */
function isCalledByNumber(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    (tokens[at]?.word.length ?? 0) > 1 &&
    /^(?:die|der|beim?|das)$/.test(tokens[at - 1]?.word ?? '') &&
    /^(?:hat|haben|macht|machen|leitet|plant|bei|von)$/.test(tokens[at - 2]?.word ?? '') &&
    (!next || !isContent(next.word))
  );
}
