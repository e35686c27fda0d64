import type { Sentence } from './sentence.js';

/** Forms that tell of a beginning that has been, and of an end that has. */
const BEGUN =
  /^(?:gestartet(?:e[nr]?)?|begonnen(?:e[nr]?)?|angefangen|losgegangen|losgelegt|angelaufen(?:e[nr]?)?|angestossen|angepackt|eingefuhrt|eroffnet|startete|starteten|begann|begannen|lief|liefen|fing|fingen|ging|gingen|started|began|begun|launched|initiated|commenced|kicked)$/;
const ENDED =
  /^(?:endete|endeten|geendet|ausgelaufen|lief|liefen|ging|gingen|ended|finished|completed|closed|concluded|wrapped)$/;
/** "Abgeschlossen" is a state as well: another word says that it has come about. */
const COMPLETED = /^(?:beendet|abgeschlossen|fertiggestellt|fertig|erledigt|umgesetzt|vollendet|done)$/;
const CAME_ABOUT = /^(?:wurden?|haben|hat|hatten?|habt|worden|geworden|have|has|had|was|were|got)$/;
/** What is yet to come, or is so at that time, though its verb is a participle. */
const AHEAD =
  /^(?:wird|werden|soll|sollen|sollten?|muss|mussen|musste|mussten|will|wollen|kann|konnen|to|be|is|are|gets?|should|shall|must|can)$/;

/** "Was wurde dieses Jahr gestartet?", "what has been finished this month?": it is asked what has been, not what is planned. */
export function isDone({ tokens }: Sentence, role: 'start' | 'end'): boolean {
  const said = (words: RegExp): boolean => tokens.some(({ word }) => words.test(word));
  if (said(AHEAD)) return false;
  if (said(/^did$/)) return true;
  return role === 'start' ? said(BEGUN) : said(ENDED) || (said(COMPLETED) && said(CAME_ABOUT));
}
