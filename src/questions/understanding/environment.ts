import type { Asker } from '../question.js';
import type { Lexis } from './lexis.js';
import type { OfficeNoun } from './number-in-talk.js';

/** What a reading depends on besides the words themselves. */
export interface Environment {
  lexis: Lexis;
  asker: Asker;
  /** `YYYY-MM-DD` in the programme's zone. */
  today: string;
  /** What a number alone stands for after what was said before; null: for no office. */
  talkedOf: OfficeNoun | null;
}
