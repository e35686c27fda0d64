import { codeBlocks } from '../../cards/code-blocks.js';
import { decisionLog } from '../../cards/decisions/decision-log.js';
import { t } from '../../locales/index.js';
import { maySeeLog } from '../../programme/policies/decision.js';
import { type Reply, type Route, type Turn, words } from '../turn.js';
import { isCommand } from './command.js';

const COMMANDS = [
  'beschlussliste',
  'entscheidungsliste',
  'beschlussprotokoll',
  'beschlüsse exportieren',
  'entscheidungen exportieren',
  'decision log',
  'export decisions',
];

/** The whole log of decisions as a table to take along, for steering group and office. */
export const decisionLogRoute: Route = {
  name: 'decision-log',
  matches: (turn) => isCommand(turn, COMMANDS),
  handle: (turn) => Promise.resolve(showLog(turn)),
};

function showLog({ portfolio, actor, lang }: Turn): Reply {
  if (!maySeeLog(actor.person)) return words(t(lang, 'decision.log.forbidden'));
  const count = portfolio.decisions.size;
  const text = t(lang, 'decision.log.intro', { count });
  const blocks = count > 0 ? codeBlocks(decisionLog(portfolio, lang).trimEnd(), 'csv', lang) : [];
  const more = blocks.map((block) => ({ summary: t(lang, 'decision.log.heading'), text: block, card: null }));
  return { kind: 'message', message: { summary: text, text, card: null }, more };
}
