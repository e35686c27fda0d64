import { mentions, type IncomingActivity } from './activity.js';
import { holdsInsertedCard, htmlText } from './html-text.js';

/** In more nobody looks for mentions: it is too long to be read, and names that hold what others replace make it longer. */
const LONGEST = 20_000;

/**
 * What a person said to the bot: the bot's own mention is taken out where the entities say it is (never by its name),
 * others are left as the name that was mentioned. A card they inserted is nothing they said.
 */
export function said(activity: IncomingActivity): string {
  let text = activity.text ?? '';
  for (const mention of mentions(activity)) {
    if (text.length > LONGEST) break;
    const written = mention.text || `<at>${mention.mentioned.name ?? ''}</at>`;
    const bot = mention.mentioned.id === activity.recipient?.id;
    text = text.replaceAll(written, () => (bot ? ' ' : (mention.mentioned.name ?? '')));
  }
  if (holdsInsertedCard(text)) text = htmlText(text);
  // Teams puts non-breaking spaces, at times as an HTML entity, around mentions.
  return text
    .replaceAll('&nbsp;', ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}
