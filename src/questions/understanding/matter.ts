import type { Lexis } from './lexis.js';
import { FILLERS, LIGHT } from './lexicon.js';
import { marksOf, type Sentence } from './sentence.js';
import { unknownTopicWords } from './topic-search.js';
import { tokenise, type Token } from './tokens.js';
import { isYesNo } from './verbs.js';

/**
 * Which of the words that no rule has use for narrow an answer that is recognised apart from them. Words the programme
 * holds do. A word nobody knows does only where the sentence marks it as what is asked about: after "zum Thema",
 * "about", "für", "mit" and the like, before "projects" ("drone projects"), as what there may be ("gibt es …", "got
 * any …"), as what is used or dealt with, before a colon, or in a row of names without any verb ("Amt 51 Drohnen").
 * Everywhere else (idioms, rare verbs and adverbs, another word for what is named beside it) it was just not understood,
 * and the answer says so.
 */
export function matterAmong(lexis: Lexis, sentence: Sentence, leftover: readonly Token[]): readonly Token[] {
  const telegram = isRowOfNames(sentence);
  const left = new Set(leftover);
  return leftover.filter((token) => {
    const at = sentence.tokens.indexOf(token);
    if (isSynonym(lexis, sentence, token)) return false;
    if (token.kind === 'number' || isHeld(lexis, token)) return true;
    if (isRestated(sentence, at) || inAside(sentence, at)) return false;
    return telegram || beforeProjects(sentence, at) || isAnnounced(sentence, at) || isIntroduced(sentence, at, left);
  });
}

/** Whether the programme speaks of it, by this word, a compound or another word for it. */
const isHeld = (lexis: Lexis, token: Token): boolean => unknownTopicWords(lexis.topics, [token.word]).length === 0;

/** "Omas, also die Zielgruppe Senioren": just another word for what is named besides narrows nothing. */
function isSynonym({ topics }: Lexis, { things }: Sentence, token: Token): boolean {
  if (topics.terms.has(token.stem) || topics.compounds.has(token.stem)) return false;
  const notions = topics.notionsOf.get(token.stem) ?? [];
  return things.some((thing) =>
    tokenise(thing.said).some((named) =>
      (topics.notionsOf.get(named.stem) ?? []).some((notion) => notions.includes(notion)),
    ),
  );
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What asks about the noun behind it. */
const INTRODUCING = words(
  'zu zum zur thema themas themen stichwort uber ubers um rund betreffend bezuglich hinsichtlich punkto betreff sachen richtung gegen fur furs mit bei beim ' +
    'about on regarding concerning for with involving around against topic topics touching',
);
/** Verbs of which the noun behind them is the matter. */
const TREATING =
  /^(?:(?:be|ver)?nutz(?:en|t)|verwende[nt]|einsetzen|betreff(?:en|t)|betrifft|behandel[nt]|behandeln|beinhalte[nt]|use|uses|using|cover|covers|covering|involve|involves|affect|affects|treat|treats|deploy|deploys)$/;
/** Little words that place something: what stands behind them is a place or an idiom ("in der Schublade"). */
const PLACING = words(
  'in im ins auf an am ans aus von vom unter hinter neben vor nach seit bis durch wegen ohne zwischen wahrend trotz ab into at from of by under behind after before since until through during without between up off out past',
);
const JOINING = words('und oder sowie and or');

/** Looks back through articles and neighbouring words nobody knows for what introduces the word. */
function isIntroduced(sentence: Sentence, at: number, left: ReadonlySet<Token>): boolean {
  const { tokens } = sentence;
  const exists = marksOf(sentence, 'ask.exists');
  for (let before = at - 1; before >= 0; before--) {
    const token = tokens[before];
    if (!token) return false;
    if (/[;.!?\n)]/.test(token.after) || (/,/.test(token.after) && !left.has(token))) return false;
    if (INTRODUCING.has(token.word)) return !isParticle(sentence, before) && !isPlacing(sentence, before);
    if (TREATING.test(token.word)) return true;
    if (exists.some((mark) => mark.from <= before && before < mark.to && !mark.gap.includes(before))) return true;
    if (PLACING.has(token.word)) return false;
    const passes = left.has(token) || LIGHT.has(token.word) || JOINING.has(token.word) || FILLERS.has(token.word);
    const role = markAt(sentence, before);
    if (/^(?:noun|ask|relation|field)/.test(role) || !(passes || role.startsWith('register.'))) return false;
  }
  return false;
}

/** "Sind zu", "hört auf", "is on": at the end of a clause such a word belongs to the verb. */
const isParticle = ({ tokens }: Sentence, at: number): boolean => /[,;.!?]/.test(tokens[at]?.after ?? '');

/** "On the shelf", "are on ice", "bei der Stange", "um die Ecke": such a word introduces a matter only as it stands before it. */
function isPlacing({ tokens }: Sentence, at: number): boolean {
  const [before = '', word = '', after = ''] = [at - 1, at, at + 1].map((place) => tokens[place]?.word);
  if (word === 'um')
    return before !== 'rund' && !tokens.slice(0, at).some((each) => /^(?:geht|gehts|dreht)$/.test(each.word));
  if (word !== 'on' && word !== 'bei') return false;
  return (
    /^(?:the|a|an|our|my|der|die|das|den|dem|einer|einem|are|is)$/.test(after) ||
    /^(?:is|are|be|been|still|ist|sind)$/.test(before)
  );
}

const markAt = (sentence: Sentence, at: number): string =>
  sentence.marks.find((mark) => mark.from <= at && at < mark.to && !mark.gap.includes(at))?.value ?? '';

/** "Drone projects", "Drohnen-Projekte", "drone stuff". */
function beforeProjects(sentence: Sentence, at: number): boolean {
  const next = sentence.tokens[at + 1];
  const said = marksOf(sentence, 'noun.project', 'noun.projects').some((mark) => mark.from === at + 1);
  return said || (GENERIC.has(next?.word ?? '') && !/[,;:.!?]/.test(sentence.tokens[at]?.after ?? ''));
}

const GENERIC = words('stuff things work plans ideas topics sachen zeug themen ideen plane');

/** "Drohnen: was läuft da?", "Stichwort Drohnen". */
function isAnnounced({ tokens }: Sentence, at: number): boolean {
  return at <= 1 && at + 1 < tokens.length && /[:–]/.test(tokens[at]?.after ?? '');
}

/** Names and words for sets of projects only; nothing asks and no verb opens it. */
function isRowOfNames(sentence: Sentence): boolean {
  if (sentence.tokens.length > LONGEST_ROW || isYesNo(sentence)) return false;
  if (sentence.marks.some((mark) => /^(?:ask\.(?!all)|relation|super|compare|own|talk|field)/.test(mark.value)))
    return false;
  return sentence.tokens.every(
    (token, at) =>
      !FILLERS.has(token.word) ||
      /^(?:alle|all|bitte|please)$/.test(token.word) ||
      /^(?:noun|register|state|ask\.all)/.test(markAt(sentence, at)),
  );
}
const LONGEST_ROW = 6;

/** "Omas und Opas, sprich Zielgruppe Senioren": what is named behind says what the words before meant. */
function isRestated(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const restating = tokens.findIndex(
    (token, place) =>
      place > at &&
      /^(?:sprich|also|heisst|namlich|meaning|namely|ie)$/.test(token.word) &&
      /[,;–(]/.test(tokens[place - (tokens[place - 1]?.word === 'das' ? 2 : 1)]?.after ?? ''),
  );
  if (restating < 0 || tokens[restating]?.sentence !== tokens[at]?.sentence) return false;
  return (
    sentence.things.some((thing) => thing.from > restating) ||
    sentence.marks.some((mark) => mark.from > restating && /^register\./.test(mark.value))
  );
}

/** "…, sorry für das Kauderwelsch": an apology speaks of the message. */
function inAside({ tokens }: Sentence, at: number): boolean {
  for (let before = at - 1; before >= 0 && !/[,;.!?\n–(]/.test(tokens[before]?.after ?? ''); before--)
    if (/^(?:sorry|entschuldig|verzeih|pardon|apolog|excuse|bitteentschuldig)/.test(tokens[before]?.word ?? ''))
      return true;
  return false;
}
