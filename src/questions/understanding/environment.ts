import type { Asker } from '../question.js';
import type { Lexis } from './lexis.js';

/** What a reading depends on besides the words and what was said before them. */
export interface Environment {
  lexis: Lexis;
  asker: Asker;
  /** `YYYY-MM-DD` in the programme's zone. */
  today: string;
}
