import { convert, type SelectorDefinition } from 'html-to-text';

const LIMITS = { maxInputLength: 200_000, maxDepth: 60 };
/** A card that was inserted from the compose box, within the message it was inserted into. */
const INSERTED_CARD = 'http://schema.skype.com/InputExtension';
const SKIPPED = [
  ...['img', 'blockquote', 'attachment', 'systemeventmessage', 'script', 'style', 'title', 'codeblock'],
  `[itemtype="${INSERTED_CARD}"]`,
];

/** Whether a text is HTML around an inserted card. */
export function holdsInsertedCard(text: string): boolean {
  return text.includes(INSERTED_CARD);
}

/**
 * The words of HTML as somebody wrote them: no pictures, quoted messages, inserted cards, scripts, nor what the selectors
 * `without` name. It is plain text, still to be escaped where it is shown.
 */
export function htmlText(html: string, without: readonly string[] = []): string {
  const selectors: SelectorDefinition[] = [
    ...[...SKIPPED, ...without].map((selector) => ({ selector, format: 'skip' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ];
  // The library would say so on the console.
  return convert(html.slice(0, LIMITS.maxInputLength), { wordwrap: false, limits: LIMITS, selectors });
}
