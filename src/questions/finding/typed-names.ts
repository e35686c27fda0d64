import uFuzzy from '@leeoniya/ufuzzy';
import type { Programme, Project } from '../../programme/programme.js';
import { wordings, type Text } from '../../programme/text.js';
import { fold } from '../understanding/fold.js';

/** More words than that are a question, not the beginning of a name. */
const MOST_WORDS = 5;
/** Shorter pieces are found at the beginning of a word only: "ki" is in "Heizkosten" as well. */
const WITHIN_WORDS = 4;

// Names and words are folded to plain lower-case letters; matching by Unicode classes is forty times slower.
const exact = new uFuzzy({ interLft: 2 });
const slip = { intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 } as const;
const slipped = new uFuzzy({ ...slip, interLft: 2 });
const within = new uFuzzy({ ...slip, interLft: 0 });

/** Finds projects by words that are still being typed. */
export type TypedNames = (typed: string) => string[];

/**
 * The names of a programme's projects to be found while somebody types: every word said must begin a word of the title
 * (or stand within one), in any order, with a slip in each. Then the same with keywords, lead and action field as well.
 * `open`: by what is published only.
 */
export function typedNames(programme: Programme, { open }: { open: boolean }): TypedNames {
  const { projects } = programme;
  const titles = projects.map((project) => folded(title(project)));
  const named = projects.map((project, at) => `${titles[at]} ${folded(open ? [] : [project.id, ...project.keywords])}`);
  const around = projects.map((project, at) => `${named[at]} ${folded(surroundings(programme, project))}`);
  return (typed) => {
    const needle = fold(typed);
    const terms = exact.split(needle);
    if (terms.length === 0 || terms.length > MOST_WORDS) return [];
    const ways = [
      [exact, titles],
      [exact, named],
      [slipped, named],
      [exact, around],
      ...(terms.every((term) => term.length >= WITHIN_WORDS) ? ([[within, named]] as const) : []),
    ] as const;
    const found = ways.flatMap(([search, texts]) => ranked(search, texts as string[], needle));
    return [...new Set(found)].flatMap((at) => projects[at]?.id ?? []);
  };
}

function ranked(search: uFuzzy, texts: string[], needle: string): number[] {
  const [hits, info, order] = search.search(texts, needle, MOST_WORDS, Infinity);
  if (!hits) return [];
  return order ? order.flatMap((at) => info.idx[at] ?? []) : hits;
}

function title(project: Project): string[] {
  return wordings(project.title);
}

/** What else people know a project by: who leads it, and its action fields. */
function surroundings(programme: Programme, { lead, actionFields }: Project): string[] {
  const department = programme.departments.find(({ id }) => id === lead.department);
  const named = ({ name, aliases }: { name: Text; aliases: string[] }) => [...wordings(name), ...aliases];
  return [
    ...(department ? [department.shortName, ...named(department)] : []),
    ...programme.actionFields.filter(({ id }) => actionFields.includes(id)).flatMap(named),
  ];
}

function folded(texts: readonly string[]): string {
  return texts.map(fold).join(' ');
}
