import type { Digest } from '../../digest/digest.js';
import type { Message } from '../../programme/messenger.js';
import { clip } from '../format.js';
import { digestCard } from './digest-card.js';
import { digestText } from './digest-text.js';
import type { Reader } from './view.js';
import { viewDigest } from './view-digest.js';

/** The text for those who cannot see the card is cut; the page holds everything. */
const TEXT_LENGTH = 10_000;
/** Characters of card and text together. Teams refuses messages of about 100 KB in UTF-16; this is three quarters of it. */
const MESSAGE_LENGTH = 38_000;

/** A digest as a message: the sentence for the notification, the card, and the same in words. */
export function digestMessage(digest: Digest, reader: Reader): Message {
  const view = viewDigest(digest, reader);
  const text = digestText(view);
  const card = digestCard(view);
  const room = Math.min(TEXT_LENGTH, MESSAGE_LENGTH - JSON.stringify(card).length);
  return {
    summary: clip(`${view.title}: ${view.headline}`, 200),
    text: text.length > room ? `${text.slice(0, room)}…` : text,
    card,
  };
}
