import { md } from '../../cards/escape.js';
import { t } from '../../locales/index.js';
import type { Lang } from '../../programme/text.js';
import { asText } from '../../reporting/fields.js';

/** A refusal, with what the person had typed: nobody types a thing twice. `typed` is untrusted; what is no text is left out. */
export function withTyped(text: string, typed: readonly unknown[], lang: Lang): string {
  const texts = typed.map((each) => asText(each) ?? '').filter((each) => each !== '');
  return texts.length === 0 ? text : `${text} ${t(lang, 'decision.typed', { typed: texts.map(md).join(' · ') })}`;
}
