import { isContent } from './lexicon.js';
import { has, type Sentence } from './sentence.js';

/** What somebody wants of their town or employer for themselves: a form, a room, leave. A project said by its title is no errand. */
export function isErrand(sentence: Sentence): boolean {
  if (isNamed(sentence) || sentence.marks.some(({ value }) => OF_PROGRAMME.test(value))) return false;
  return (
    has(sentence, 'talk.errand') ||
    (asksHow(sentence) && isForOneself(sentence) && !has(sentence, 'cue.topic', 'cue.field', 'ask.about'))
  );
}

/** "Wie melde ich meinen Status?", "how do I search for projects?": what is done with Lotse itself, and told by its help. */
export function asksForHelp(sentence: Sentence): boolean {
  if (!asksHow(sentence) || isNamed(sentence)) return false;
  const words = sentence.tokens.map(({ word }) => word);
  // "How do I file a report about noise?" has a matter of its own.
  const others = words.filter(
    (word, at) => isContent(word) && !HERE.test(word) && !DONE_HERE.test(word) && !isMarked(sentence, at),
  );
  return others.length === 0 && words.some((word) => DONE_HERE.test(word)) && words.some((word) => HERE.test(word));
}
const isMarked = ({ marks }: Sentence, at: number): boolean => marks.some(({ from, to }) => from <= at && at < to);
const DONE_HERE =
  /^(?:meld|erstell|abgeb|abgib|geb$|einreich|reich|schreib|ausfull|full|submit|file$|fill|write|send|frag|stell|such|ask|search|find|get$)/;
const HERE =
  /^(?:status|statusbericht|statusmeldung|bericht|berichte|report|reports|projekte|projekten|projects|frage|fragen|dich|you|question|questions)$/;

/** "Wie stell ich …", "wo kann ich …", "how do I …": the way to do something oneself. */
function asksHow({ tokens }: Sentence): boolean {
  const how = tokens.findIndex(({ word }) => /^(?:wie|wo|woher|how|where)$/.test(word));
  return how >= 0 && tokens.slice(how + 1, how + 1 + REACH).some(({ word }) => /^(?:ich|man|i)$/.test(word));
}
const REACH = 3;

/** "Meinen Urlaubsantrag", "eine Rechnung", not "den Chatbot": something of one's own, or nothing that a project is called by. */
const isForOneself = ({ tokens, projects }: Sentence): boolean =>
  projects.every(({ from }) => /^(?:mein|ein|my$|a$|an$)/.test(tokens[from - 1]?.word ?? ''));

const isNamed = ({ projects }: Sentence): boolean => projects.some(({ via }) => via !== 'keyword');

const OF_PROGRAMME = /^(?:noun|relation|register\.(?!running)|follow\.o|field\.(?!start|end|cost))/;
