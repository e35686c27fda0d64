import type { Environment } from './environment.js';
import type { Concept } from './lexicon.js';
import type { Lexis } from './lexis.js';
import { findMentions } from './project-mentions.js';
import { has, type Sentence } from './sentence.js';
import type { Token } from './tokens.js';
import { topicSearch } from './topic-search.js';

/** The projects a sentence may mean: those it names, or where it asks about something and names none, those on its topic. */
export function meantProjects(
  sentence: Sentence,
  { lexis }: Environment,
  leftover: readonly Token[],
  topic: readonly string[],
  wanted: boolean,
): string[] {
  const titled = sentence.projects.filter((project) => project.via !== 'keyword');
  const longest = titled.reduce((most, project) => Math.max(most, project.to - project.from), 0);
  const exact = [
    ...new Set(titled.filter((project) => project.to - project.from === longest).flatMap((project) => project.ids)),
  ];
  if (exact.length === 1 && (longest >= 2 || leftover.length <= 1)) return exact;
  const named = findMentions(lexis.topics, leftover).map((mention) => mention.project);
  const mentions = named.length > 0 || !wanted || !has(sentence, ...DESCRIBING) ? named : onTopic(lexis, topic);
  if (exact.length > 0) {
    const agreed = mentions.filter((project) => exact.includes(project));
    return agreed.length > 0 ? agreed : exact;
  }
  return mentions;
}

/** Asks about something, rather than just naming it. */
const DESCRIBING: readonly Concept[] = [
  'ask.about',
  'ask.who',
  'ask.when',
  'ask.howMuch',
  'ask.howLong',
  'ask.why',
  'field.cost',
  'field.end',
  'field.start',
  'field.status',
];

/** Where no title fits, what the words are about: in the other language, by another word. */
function onTopic(lexis: Lexis, topic: readonly string[]): string[] {
  const hits = topicSearch(lexis.topics, topic);
  return hits.length <= MOST_MEANT ? hits.map((hit) => hit.project) : [];
}
const MOST_MEANT = 4;

/** For "A oder B": the projects each run of leftover words names. */
export function distinctProjects(sentence: Sentence, { lexis }: Environment, leftover: readonly Token[]): string[] {
  const projects: string[] = [];
  let run: Token[] = [];
  const flush = () => {
    const [first, second] = run.length > 0 ? findMentions(lexis.topics, run) : [];
    if (first && !second && !projects.includes(first.project)) projects.push(first.project);
    run = [];
  };
  let last = -1;
  for (const token of leftover) {
    const at = sentence.tokens.indexOf(token);
    const between = last < 0 ? [] : sentence.tokens.slice(last + 1, at).map((each) => each.word);
    if (
      between.some((word) =>
        /^(?:und|and|oder|or|mit|with|vs|versus|zwischen|als|wie|than|zu|vor|nach|before|after)$/.test(word),
      ) ||
      /[,;]/.test(sentence.tokens[last]?.after ?? '')
    )
      flush();
    run.push(token);
    last = at;
  }
  flush();
  return projects;
}
