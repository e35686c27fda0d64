import { previewMessage } from '../../../cards/digest/preview-card.js';
import { composeCurrent, keptEdition } from '../../../digest/edition.js';
import { releaseOf } from '../../../digest/release.js';
import { t } from '../../../locales/index.js';
import { isOffice } from '../../../programme/policies/person.js';
import { mayRelease } from '../../../programme/policies/digest.js';
import { momentsOf, openWeek } from '../../../reporting/moments.js';
import { withAge } from '../../old-knowledge.js';
import type { Services } from '../../services.js';
import { type Reply, type Route, type Turn, words } from '../../turn.js';
import { awayText, dueText, freshnessText, nextDigestText } from './answers.js';
import { aboutLotse, type Topic } from './words.js';

/** Questions about Lotse itself: when it speaks, whom it waits for, how fresh its knowledge is, what its words mean. */
export function aboutRoute(services: Services): Route {
  return {
    name: 'about',
    matches: ({ action, text }) => action === null && aboutLotse(text) !== null,
    handle: (turn) => {
      const asked = aboutLotse(turn.text);
      return asked
        ? answer(services, { ...turn, lang: asked.lang }, asked.topic)
        : Promise.resolve({ kind: 'nothing' });
    },
  };
}

async function answer(services: Services, turn: Turn, topic: Topic): Promise<Reply> {
  const { lang, portfolio, actor, conversation } = turn;
  const alone = conversation.kind === 'personal';
  switch (topic) {
    case 'nextDigest':
      return words(nextDigestText(turn, services.schedule));
    case 'reportDue':
      return words(dueText(turn, services.schedule));
    case 'health':
      return words(t(lang, 'about.health'));
    case 'freshness': {
      const text = freshnessText(turn);
      return {
        kind: 'message',
        message: withAge({ summary: text, text, card: null }, services.ledger, portfolio, lang),
      };
    }
    case 'away':
      if (!isOffice(actor.person)) return words(t(lang, 'about.away.forbidden'));
      return words(alone ? awayText(turn) : t(lang, 'about.personal'));
    case 'preview':
      if (!mayRelease(actor.person)) return words(t(lang, 'digest.preview.forbidden'));
      return alone ? preview(services, turn) : words(t(lang, 'about.personal'));
  }
}

/** The digest that goes out next, as it would look now, with the office's buttons. */
async function preview({ store, schedule }: Services, { portfolio, now, lang }: Turn): Promise<Reply> {
  const week = openWeek(now, schedule, portfolio.programme);
  const due = momentsOf(week, schedule, portfolio.programme).digest.toISOString();
  const [release, kept] = await Promise.all([releaseOf(store, week), keptEdition(store, week)]);
  const digest = kept ?? composeCurrent(portfolio, week, now, schedule);
  const message = previewMessage(digest, { release, due, posted: kept !== undefined }, { portfolio, lang });
  return { kind: 'message', message };
}
