import type { Portfolio } from '../../../programme/portfolio.js';
import type { Lang } from '../../../programme/text.js';
import { namesOf, type Names } from './names.js';

/** Who puts an answer into words needs: the language, the names and the day. */
export interface Speaker {
  lang: Lang;
  portfolio: Portfolio;
  names: Names;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Everything needed to speak of a portfolio in a language on a day (`YYYY-MM-DD`). */
export function speaker(portfolio: Portfolio, lang: Lang, today: string): Speaker {
  return { lang, portfolio, today, names: namesOf(portfolio.programme, lang) };
}
