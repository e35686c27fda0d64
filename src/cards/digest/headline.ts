import type { Digest } from '../../digest/digest.js';
import { t } from '../../locales/index.js';
import type { DecisionView } from '../decisions/decision-view.js';
import { listText, weekNumber } from '../format.js';
import { decisionsSentence } from './decisions-sum.js';
import { titleOf } from './names.js';
import type { Reader } from './view.js';

/** More newly critical projects than this are counted instead of named. */
const NAMED = 2;

/** The week in a breath: what got worse or better, what is wanted (as it stands by now), how the rest stands. */
export function headlineText(digest: Digest, decisions: readonly DecisionView[], reader: Reader): string {
  return (digest.quiet ? quietParts(digest, reader) : parts(digest, decisions, reader)).filter(Boolean).join(' ');
}

function parts({ headline }: Digest, decisions: readonly DecisionView[], reader: Reader): string[] {
  const { lang } = reader;
  const { green, total, missing, unreported } = headline;
  return [
    total > unreported ? moves(headline, reader) : '',
    decisionsSentence(decisions, lang),
    total > unreported
      ? t(lang, 'digest.headline.base', { green, total, missing })
      : t(lang, 'digest.headline.unreported', { total }),
  ];
}

function moves({ newlyRed, worsened, improved }: Digest['headline'], reader: Reader): string {
  const { lang } = reader;
  const count = newlyRed.length;
  if (count > NAMED) return t(lang, 'digest.headline.newlyRedMany', { count });
  if (count > 0) {
    const names = listText(
      newlyRed.map((project) => titleOf(project, reader)),
      lang,
    );
    return t(lang, 'digest.headline.newlyRed', { count, names });
  }
  if (worsened + improved === 0) return t(lang, 'digest.headline.steady');
  return t(lang, 'digest.headline.moved', { worsened, improved });
}

function quietParts({ week, headline }: Digest, reader: Reader): string[] {
  const { lang } = reader;
  const { green, amber, red, stillRed } = headline;
  const names = listText(
    stillRed.slice(0, 3).map((project) => titleOf(project, reader)),
    lang,
  );
  return [
    t(lang, 'digest.quiet', { week: weekNumber(week), green, amber, red }),
    stillRed.length > 0 && stillRed.length <= 3 ? t(lang, 'digest.quiet.stillRed', { names }) : '',
  ];
}
