import {
  CardFactory,
  type MessagingExtensionAttachment,
  type MessagingExtensionResult,
  type TaskModuleTaskInfo,
} from 'botbuilder';
import type { Found } from '../../cards/extension/found.js';

/** The list under the compose box. */
export function list(found: readonly Found[]): MessagingExtensionResult {
  return { type: 'result', attachmentLayout: 'list', attachments: found.map(attachment) };
}

/** A sentence instead of a list. */
export function sentence(text: string): MessagingExtensionResult {
  return { type: 'message', text };
}

export function dialog(title: string, card: object): TaskModuleTaskInfo {
  return { title, width: 'medium', height: 'large', card: CardFactory.adaptiveCard(card) };
}

function attachment({ title, line, card }: Found): MessagingExtensionAttachment {
  return {
    ...CardFactory.adaptiveCard(card),
    preview: CardFactory.thumbnailCard(harmless(title), undefined, undefined, { text: harmless(line) }),
  };
}

/** Clients take the texts of these old cards for HTML. */
function harmless(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
