import type { Decision, Ruling } from '../../programme/decision.js';
import type { Message } from '../../programme/messenger.js';
import { t } from '../../locales/index.js';
import { md } from '../escape.js';
import { clip } from '../format.js';
import { projectTitle } from '../project-title.js';
import { rulingText, type DecisionReader } from './decision-view.js';

/** Tells those who asked, and who lead the project, what the steering group has decided. */
export function rulingMessage(decision: Decision, ruling: Ruling, reader: DecisionReader): Message {
  const { lang, portfolio } = reader;
  const project = projectTitle(portfolio, decision.project, lang);
  const outcome = t(lang, `digest.outcome.${ruling.outcome}`);
  const text = t(lang, 'decision.told', {
    project: md(project),
    question: md(decision.text),
    ruling: md(rulingText(decision, ruling, reader)),
  });
  return { summary: clip(t(lang, 'decision.toldSummary', { project, outcome }), 200), text, card: null };
}
