import { dayText, timeText } from '../cards/format.js';
import { t } from '../locales/index.js';
import { dayOf } from '../programme/calendar.js';
import type { Ledger } from '../programme/ledger.js';
import type { Message } from '../programme/messenger.js';
import type { Portfolio } from '../programme/portfolio.js';
import type { Lang } from '../programme/text.js';

/** The message, with how old its knowledge is where the store does not answer. */
export function withAge(message: Message, ledger: Ledger, portfolio: Portfolio, lang: Lang): Message {
  if (!ledger.cutOff()) return message;
  const { timeZone } = portfolio.programme;
  const at = portfolio.knownAt;
  const args = { day: dayText(dayOf(new Date(at), timeZone), lang), time: timeText(at, timeZone) };
  const said = t(lang, 'bot.oldKnowledge', args);
  const text = `${message.text ?? message.summary}\n\n${said}`;
  return { ...message, text, card: message.card && withLine(message.card, said) };
}

function withLine(card: object, said: string): object {
  const { body = [], fallbackText, speak } = card as { body?: unknown[]; fallbackText?: string; speak?: string };
  const line = { type: 'TextBlock', text: said, wrap: true, color: 'warning', spacing: 'medium' };
  const told = (words: string | undefined) => words && `${words} ${said}`;
  return { ...card, body: [...body, line], fallbackText: told(fallbackText), speak: told(speak) };
}
