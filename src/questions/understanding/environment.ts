import type { Asker, Context } from '../question.js';
import type { Lexis } from './lexis.js';

/** What a reading depends on besides the words. */
export interface Environment {
  lexis: Lexis;
  asker: Asker;
  context: Context | null;
  /** `YYYY-MM-DD` in the programme's zone. */
  today: string;
}
