import { wordings } from '../../programme/text.js';
import type { Lexis } from './lexis.js';
import { isContent } from './lexicon.js';
import { said, type Mark, type NamedProject, type Thing } from './sentence.js';
import { tokenise, type Token } from './tokens.js';

/** "Handlungsfähigkeit" for "handlungsfähig", "Transparent" for "Transparenz": so much of long words is the same. */
function isForm(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  if (short < 7 || Math.abs(a.length - b.length) > 7) return false;
  let same = 0;
  while (same < short && a[same] === b[same]) same++;
  return same >= short - 1;
}

const CUES = [
  { noun: 'goal', list: 'goals', cue: /^(?:cue|noun)\.goal$/ },
  { noun: 'targetGroup', list: 'targetGroups', cue: /^(?:cue\.target|noun\.targetGroup)$/ },
  { noun: 'actionField', list: 'actionFields', cue: /^noun\.actionField$/ },
] as const;
/** So many of a name's words must be said. */
const SHARE = 0.5;

/** "Das Ziel, eine attraktive Arbeitgeberin zu sein": with "Ziel" beside it, most words of the name are enough. */
export function partlyNamed(
  {
    lexis,
    tokens,
    marks,
    projects,
  }: { lexis: Lexis; tokens: readonly Token[]; marks: readonly Mark[]; projects: readonly NamedProject[] },
  things: readonly Thing[],
): Thing[] {
  const titled = (at: number) =>
    projects.some((project) => project.via !== 'keyword' && at >= project.from && at < project.to);
  const free = (at: number) => !titled(at) && !things.some((thing) => at >= thing.from && at < thing.to);
  return CUES.flatMap(({ noun, list, cue }): Thing[] => {
    if (!marks.some((mark) => cue.test(mark.value)) || things.some((thing) => thing.noun === noun)) return [];
    const matches = lexis.programme[list].flatMap(({ id, name, aliases }) =>
      [...wordings(name), ...aliases].flatMap((text) => {
        const stems = tokenise(text)
          .filter((token) => isContent(token.word))
          .map((token) => token.stem);
        const same = (token: Token) => stems.some((word) => word === token.stem || isForm(word, token.stem));
        const places = tokens.flatMap((token, at) => (free(at) && same(token) ? [at] : []));
        const share = new Set(places.map((at) => tokens[at]?.stem)).size / Math.max(1, stems.length);
        return share >= SHARE && places.length > 0 ? [{ id, share, places }] : [];
      }),
    );
    const best = Math.max(0, ...matches.map((match) => match.share));
    const [first, ...others] = matches.filter((match) => match.share === best);
    if (!first || others.some((other) => other.id !== first.id)) return [];
    const from = Math.min(...first.places);
    const to = Math.max(...first.places) + 1;
    return [{ noun, ids: [first.id], from, to, via: 'guess', said: said(tokens, from, to) }];
  });
}
